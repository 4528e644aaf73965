package org.zhaoshang.dispatch.indicators;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhaoshang.bulk.ExportKind;
import org.zhaoshang.bulk.ListFile;
import org.zhaoshang.bulk.ListSheet;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.shared.sheet.Template;

/** The list of targets as a file: each value in the unit of measure that stands beside it. */
@Singleton
class TargetExportKind implements ExportKind<TargetView> {
    static final Text TITLE = new Text("年度任务", "Yearly targets");

    private static final Text EXAMPLE = new Text("示例", "Example");
    private static final Text AMOUNT = new Text("万元", "CNY 10,000");
    private static final Text PROJECTS = new Text("个", "projects");

    private static final List<ListSheet.Beside<TargetView>> BESIDE = List.of(
            new ListSheet.Beside<>(
                    new Text("目标值", "Target"),
                    (line, language) -> Cell.of(isAmount(line) ? line.value().divide(Money.WAN) : line.value())),
            new ListSheet.Beside<>(
                    new Text("计量单位", "Unit of measure"),
                    (line, language) -> Cell.of((isAmount(line) ? AMOUNT : PROJECTS).in(language))),
            new ListSheet.Beside<>(
                    new Text("备注", "Remark"),
                    (line, language) -> Cell.of(line.example() ? EXAMPLE.in(language) : null)));

    private final TargetList list;
    private final Targets targets;
    private final TargetViews views;
    private final TargetCodes codes;
    private final ObjectMapper json;

    TargetExportKind(TargetList list, Targets targets, TargetViews views, TargetCodes codes, ObjectMapper json) {
        this.list = list;
        this.targets = targets;
        this.views = views;
        this.codes = codes;
        this.json = json;
    }

    private static boolean isAmount(TargetView line) {
        return line.quantity() == Quantity.YUAN;
    }

    @Override
    public String name() {
        return "targets";
    }

    @Override
    public Text title() {
        return TITLE;
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.may(Permission.MONTHLY_REPORTS_READ);
    }

    @Override
    public Map<String, String> checked(Map<String, String> filter, Caller caller) {
        TargetFilter asked = TargetFilter.of(filter);
        list.check(asked, RowScope.of(caller));
        return asked.given();
    }

    @Override
    public List<UUID> ids(Map<String, String> filter, RowScope scope) {
        return list.ids(TargetFilter.of(filter), scope);
    }

    @Override
    public ListFile<TargetView> file() {
        // Amounts and counts stand in one column, which therefore has no unit in its header.
        Template template = new Template(
                TITLE, WriteTargets.FORM.only(List.of("year", "unitCode", "indicator", "docNo")), codes, List.of());
        return new ListFile<>(
                new ListSheet<>(template, codes::label, line -> json.valueToTree(line), BESIDE),
                (ids, scope) -> views.of(targets.seenOf(ids, scope)).stream()
                        .collect(Collectors.toMap(TargetView::id, Function.identity())),
                json);
    }
}
