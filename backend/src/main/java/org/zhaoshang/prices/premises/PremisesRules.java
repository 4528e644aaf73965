package org.zhaoshang.prices.premises;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** The rules on premises alone: pure functions. */
final class PremisesRules {
    private static final Form FORM = ListingForms.form(ListingKind.PREMISES);
    private static final Text TO_COME = new Text("不能晚于今天", "must not be after today");
    private static final Text NOTHING = new Text("应大于 0", "must be above 0");

    private PremisesRules() {}

    static Stream<Finding> check(PremisesFields fields, ListingRules.Context context) {
        return Stream.of(
                        freeWithinFloor(fields),
                        positive("floorAreaSqm", fields.floorAreaSqm()),
                        past(fields.idleSince(), context.today()))
                .flatMap(findings -> findings);
    }

    /** V42: 可用 = 建筑 − 已用, and so never more than all of it. */
    private static Stream<Finding> freeWithinFloor(PremisesFields fields) {
        BigDecimal occupied = fields.occupiedAreaSqm();
        return occupied == null || occupied.signum() >= 0
                ? Stream.empty()
                : Stream.of(Finding.of(
                        "V42",
                        "/freeAreaSqm",
                        Map.of("free", sqm(fields.freeAreaSqm()), "floor", sqm(fields.floorAreaSqm()))));
    }

    private static Stream<Finding> positive(String name, @Nullable BigDecimal area) {
        return area == null || area.signum() > 0
                ? Stream.empty()
                : Stream.of(ListingRules.format(FORM.field(name), NOTHING));
    }

    private static Stream<Finding> past(@Nullable LocalDate since, LocalDate today) {
        return since == null || !since.isAfter(today)
                ? Stream.empty()
                : Stream.of(ListingRules.format(FORM.field("idleSince"), TO_COME));
    }

    private static String sqm(@Nullable BigDecimal area) {
        return area == null ? "" : PlainNumber.of(area).toPlainString() + "平方米";
    }
}
