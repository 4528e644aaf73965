package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.zhaoshang.bulk.ExportKind;
import org.zhaoshang.bulk.ListFile;
import org.zhaoshang.bulk.ListSheet;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.sheet.Cell;

/** The list of premises or of parcels as a file: the columns of the upload, then where each stands. */
abstract class ListingExportKind implements ExportKind<ListingLine> {
    private static final Text EXAMPLE = new Text("示例", "Example");
    private static final Text PUBLIC = new Text("已发布", "public");
    private static final List<ListSheet.Beside<ListingLine>> BESIDE = List.of(
            new ListSheet.Beside<>(
                    new Text("状态", "State"),
                    (line, language) -> Cell.of(line.mark().state().label().in(language))),
            new ListSheet.Beside<>(
                    new Text("发布", "Published"),
                    (line, language) -> Cell.of(line.mark().publiclyListed() ? PUBLIC.in(language) : null)),
            new ListSheet.Beside<>(
                    new Text("核实有效期至", "Verified until"),
                    (line, language) -> Cell.of(line.mark().verifiedUntil())),
            new ListSheet.Beside<>(
                    new Text("备注", "Remark"),
                    (line, language) -> Cell.of(line.mark().example() ? EXAMPLE.in(language) : null)));

    private final ListingKind kind;
    private final ListingLines lines;
    private final ListingRows rows;
    private final ListingCodeNames codes;
    private final ObjectMapper json;

    ListingExportKind(
            ListingKind kind, ListingLines lines, ListingRows rows, ListingCodeNames codes, ObjectMapper json) {
        this.kind = kind;
        this.lines = lines;
        this.rows = rows;
        this.codes = codes;
        this.json = json;
    }

    @Override
    public String name() {
        return kind.path();
    }

    @Override
    public Text title() {
        return kind.title();
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.may(kind.read());
    }

    @Override
    public ListFile<ListingLine> file() {
        ListSheet<ListingLine> sheet = new ListSheet<>(
                ListingRows.of(kind).template(codes),
                codes::label,
                line -> rows.row(line.mark().code(), line.fields()),
                BESIDE);
        return new ListFile<>(sheet, (ids, scope) -> lines.read(kind, ids, scope), json);
    }
}
