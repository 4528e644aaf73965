package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.ExportKind;
import org.zhaoshang.bulk.ListFile;
import org.zhaoshang.bulk.ListSheet;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.units.Units;

/** The ledger as a file: the columns of the upload, then what stands beside what was declared. */
@Singleton
class ReceiptExportKind implements ExportKind<ReceiptLine> {
    private static final Text EXAMPLE = new Text("示例", "Example");
    private static final List<ListSheet.Beside<ReceiptLine>> BESIDE = List.of(
            beside("项目名称", "Project", line -> Cell.of(line.signedProjectName())),
            beside("审核金额（万元）", "Reviewed (CNY 10,000)", line -> wan(line.reviewedYuan())),
            beside("核减原因", "Why it was cut", line -> Cell.of(line.cutReason())),
            beside("认定金额（万元）", "Recognised (CNY 10,000)", line -> wan(line.recognisedYuan())),
            beside("上报月份", "Reported in", line -> Cell.of(line.reportedMonth())),
            new ListSheet.Beside<>(
                    new Text("备注", "Remark"),
                    (line, language) -> Cell.of(line.example() ? EXAMPLE.in(language) : null)));

    private static ListSheet.Beside<ReceiptLine> beside(String zh, String en, Function<ReceiptLine, Cell> cell) {
        return new ListSheet.Beside<>(new Text(zh, en), (line, language) -> cell.apply(line));
    }

    private static Cell wan(@Nullable BigDecimal yuan) {
        return Cell.of(yuan == null ? null : yuan.divide(Money.WAN));
    }

    private final ReceiptList list;
    private final FundReceipts receipts;
    private final ReceiptInput input;
    private final ReceiptCodeNames codes;
    private final Units units;
    private final ObjectMapper json;

    ReceiptExportKind(
            ReceiptList list,
            FundReceipts receipts,
            ReceiptInput input,
            ReceiptCodeNames codes,
            Units units,
            ObjectMapper json) {
        this.list = list;
        this.receipts = receipts;
        this.input = input;
        this.codes = codes;
        this.units = units;
        this.json = json;
    }

    @Override
    public String name() {
        return "receipts";
    }

    @Override
    public Text title() {
        return ReceiptSheet.TITLE;
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.may(Permission.RECEIPTS_READ);
    }

    @Override
    public Map<String, String> checked(Map<String, String> filter, Caller caller) {
        ReceiptFilter asked = read(filter);
        list.check(asked, RowScope.of(caller));
        return asked.given();
    }

    @Override
    public List<UUID> ids(Map<String, String> filter, RowScope scope) {
        return list.ids(read(filter), scope);
    }

    @Override
    public ListFile<ReceiptLine> file() {
        ListSheet<ReceiptLine> sheet = new ListSheet<>(
                ReceiptSheet.SHEET.template(codes),
                codes::label,
                line -> ReceiptSheet.row(line.code(), line.fields(), input.records(), units),
                BESIDE);
        return new ListFile<>(sheet, this::lines, json);
    }

    Map<UUID, ReceiptLine> lines(Set<UUID> ids, RowScope scope) {
        List<FundReceipt> found = receipts.seenOf(ids, scope);
        Map<UUID, String> names = receipts.projectNames(
                found.stream().map(FundReceipt::signedProjectId).collect(Collectors.toSet()));
        return found.stream()
                .collect(Collectors.toMap(
                        FundReceipt::id,
                        receipt -> ReceiptLine.of(receipt, names.getOrDefault(receipt.signedProjectId(), ""))));
    }

    private static ReceiptFilter read(Map<String, String> filter) {
        ReceiptFilter asked = new ReceiptFilter();
        asked.take(filter);
        return asked;
    }
}
