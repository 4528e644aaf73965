package org.zhaoshang.prices.premises;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.area.AreaPairs;
import org.zhaoshang.shared.fields.Bounds;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** The rules on land parcels alone: pure functions. */
final class LandParcelRules {
    private static final Form FORM = ListingForms.form(ListingKind.LAND_PARCEL);
    private static final BigDecimal LARGEST_RATIO = BigDecimal.TEN;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    /** The longest term the law knows, that of dwellings. */
    private static final BigDecimal LONGEST_TERM = BigDecimal.valueOf(70);

    private static final Text UNREADABLE = new Text(
            "读不懂，请写成数字或范围，如 0.65、≥0.65、1.0-3.0；按用途不同的写成“住宅70/商业40”",
            "can not be read: write a number or bounds, like 0.65, ≥0.65, 1.0-3.0; by use like 住宅70/商业40");
    private static final Text WHICH_USE = new Text(
            "有几个数，没有写明各是什么用途，请写成“住宅70/商业40”", "holds several figures: say of which use each is, like 住宅70/商业40");
    private static final Text REVERSED = new Text("下限大于上限，请核对", "begins above its end: check it");
    private static final Text NO_PERCENTAGE =
            new Text("不是百分数，请去掉“%”并核对数值", "is no percentage: leave out the % and check the figure");
    private static final Text TERM = new Text("应在 1 到 70 年之间", "must be between 1 and 70 years");

    private LandParcelRules() {}

    static Stream<Finding> check(LandParcelFields fields) {
        return Stream.of(
                        areaGiven(fields),
                        areasAgree(fields),
                        intensityUnit(fields),
                        within("V07", "plotRatio", fields.plotRatio(), LARGEST_RATIO),
                        within("V07", "buildingDensityPct", fields.buildingDensityPct(), WHOLE),
                        within("V07", "greenPct", fields.greenPct(), WHOLE),
                        readable("heightLimitM", fields.heightLimitM()),
                        readable("investmentIntensity", fields.investmentIntensity()),
                        term(fields.termYears()))
                .flatMap(findings -> findings);
    }

    /** One of the two areas will do: the other is reckoned from it. */
    private static Stream<Finding> areaGiven(LandParcelFields fields) {
        Field area = FORM.field("areaSqm");
        return fields.areaSqm() == null && fields.areaMu() == null
                ? Stream.of(Finding.of("REQUIRED", area.pointer(), Map.of("label", area.label())))
                : Stream.empty();
    }

    /** V05: the two areas are one. */
    private static Stream<Finding> areasAgree(LandParcelFields fields) {
        return fields.areaSqm() == null || fields.areaMu() == null
                ? Stream.empty()
                : AreaPairs.disagreeing(fields.areaSqm(), fields.areaMu()).stream()
                        .map(pair -> ListingRules.area("/areaMu", pair));
    }

    /** V06: 万元/亩 and 万元/公顷 are fifteen times apart. */
    private static Stream<Finding> intensityUnit(LandParcelFields fields) {
        Bounds intensity = fields.investmentIntensity();
        return intensity == null || fields.investmentIntensityUnit() != null
                ? Stream.empty()
                : Stream.of(Finding.of(
                        "V06",
                        "/investmentIntensityUnit",
                        Map.of("text", FORM.field("investmentIntensity").label().zh() + " " + intensity.text())));
    }

    /** V07, and that it can be read at all. */
    private static Stream<Finding> within(String rule, String name, @Nullable Bounds bounds, BigDecimal largest) {
        Field field = FORM.field(name);
        Optional<Text> problem = problem(bounds, field);
        if (problem.isEmpty() && bounds != null && !isWithin(bounds, BigDecimal.ZERO, largest)) {
            problem = Optional.of(new Text("应在 0 到 " + largest + " 之间", "must be between 0 and " + largest));
        }
        return problem.stream()
                .map(wrong -> Finding.of(
                        rule,
                        field.pointer(),
                        Map.of(
                                "label", field.label(),
                                "value", Objects.requireNonNull(bounds).text(),
                                "problem", wrong)));
    }

    private static Stream<Finding> readable(String name, @Nullable Bounds bounds) {
        Field field = FORM.field(name);
        return problem(bounds, field).stream().map(wrong -> ListingRules.format(field, wrong));
    }

    private static Stream<Finding> term(@Nullable Bounds years) {
        Field field = FORM.field("termYears");
        Optional<Text> problem = problem(years, field);
        if (problem.isEmpty() && years != null && !isWithin(years, BigDecimal.ONE, LONGEST_TERM)) {
            problem = Optional.of(TERM);
        }
        return problem.stream().map(wrong -> ListingRules.format(field, wrong));
    }

    private static Optional<Text> problem(@Nullable Bounds bounds, Field field) {
        if (bounds == null) {
            return Optional.empty();
        }
        List<Bounds.Part> parts = bounds.parts().orElse(List.of());
        if (parts.isEmpty()) {
            return Optional.of(UNREADABLE);
        }
        if (parts.size() > 1 && parts.stream().anyMatch(part -> part.use().isEmpty())) {
            return Optional.of(WHICH_USE);
        }
        if (parts.stream()
                .anyMatch(part -> part.least() != null
                        && part.most() != null
                        && part.least().compareTo(part.most()) > 0)) {
            return Optional.of(REVERSED);
        }
        return parts.stream().anyMatch(Bounds.Part::percent) && !"%".equals(field.unit())
                ? Optional.of(NO_PERCENTAGE)
                : Optional.empty();
    }

    private static boolean isWithin(Bounds bounds, BigDecimal smallest, BigDecimal largest) {
        return bounds.parts().orElse(List.of()).stream()
                .flatMap(part -> Stream.of(part.least(), part.most()))
                .filter(Objects::nonNull)
                .allMatch(figure -> figure.compareTo(smallest) >= 0 && figure.compareTo(largest) <= 0);
    }
}
