package org.zhaoshang.prices;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhaoshang.bulk.ExportKind;
import org.zhaoshang.bulk.ListFile;
import org.zhaoshang.bulk.ListSheet;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.sheet.Cell;

/** The list of prices as a file. */
@ApplicationScoped
class PriceExportKind implements ExportKind<PriceLine> {
    private static final Text EXAMPLE = new Text("示例", "Example");
    private static final List<ListSheet.Beside<PriceLine>> BESIDE = List.of(
            new ListSheet.Beside<>(
                    new Text("状态", "State"),
                    (line, language) -> Cell.of(line.state().label().in(language))),
            new ListSheet.Beside<>(
                    new Text("标记", "Mark"), (line, language) -> Cell.of(line.example() ? EXAMPLE.in(language) : null)));

    private final PriceList list;
    private final Prices prices;
    private final PriceRows rows;
    private final PriceCodeNames codes;
    private final ObjectMapper json;

    PriceExportKind(PriceList list, Prices prices, PriceRows rows, PriceCodeNames codes, ObjectMapper json) {
        this.list = list;
        this.prices = prices;
        this.rows = rows;
        this.codes = codes;
        this.json = json;
    }

    @Override
    public String name() {
        return "factor-prices";
    }

    @Override
    public Text title() {
        return PriceRows.SHEET.name();
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.may(Permission.PRICES_READ);
    }

    @Override
    public Map<String, String> checked(Map<String, String> filter, Caller caller) {
        PriceFilter asked = PriceFilter.of(filter);
        list.check(asked, RowScope.of(caller));
        return asked.given();
    }

    @Override
    public List<UUID> ids(Map<String, String> filter, RowScope scope) {
        return list.ids(PriceFilter.of(filter), scope);
    }

    @Override
    public ListFile<PriceLine> file() {
        ListSheet<PriceLine> sheet = new ListSheet<>(
                PriceRows.SHEET.template(codes), codes::label, line -> rows.row(line.code(), line.fields()), BESIDE);
        return new ListFile<>(
                sheet,
                (ids, scope) -> prices.seen(ids, scope).stream().collect(Collectors.toMap(Price::id, PriceLine::of)),
                json);
    }
}
