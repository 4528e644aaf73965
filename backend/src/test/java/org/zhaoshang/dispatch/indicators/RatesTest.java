package org.zhaoshang.dispatch.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.shared.money.Percent;

/** The arithmetic of indicators, against figures worked out by hand. */
class RatesTest {
    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** A circular printed 47.6 %; 207.88 / 437.68 is 0.474958…, so 47.5 %. */
    @Test
    void percentagesHaveOneDecimalHalfUp() {
        assertThat(Percent.of(number("207.88"), number("437.68"))).isEqualTo(number("47.5"));
        assertThat(Percent.of(number("1"), number("3"))).isEqualTo(number("33.3"));
        assertThat(Percent.of(number("2"), number("3"))).isEqualTo(number("66.7"));
        assertThat(Percent.of(number("1"), number("8"))).isEqualTo(number("12.5"));
        assertThat(Percent.of(number("1"), number("2000"))).isEqualTo(number("0.1")); // 0.05
        assertThat(Percent.of(number("4999"), number("10000000"))).isEqualTo(number("0.0")); // 0.04999
        assertThat(Percent.of(number("115"), number("100"))).isEqualTo(number("115.0"));
        assertThat(Percent.of(number("0"), number("5"))).isEqualTo(number("0.0"));
    }

    @Test
    void nothingIsDividedByNothing() {
        assertThat(Percent.of(number("3"), BigDecimal.ZERO)).isNull();
        assertThat(Percent.of(number("3"), null)).isNull();
        assertThat(Rates.ahead(null, 6)).isNull();
        assertThat(Rates.due(null, 6)).isNull();
    }

    @Test
    void paceIsTheMonthOfTwelve() {
        assertThat(Rates.pace(1)).isEqualTo(number("8.3"));
        assertThat(Rates.pace(5)).isEqualTo(number("41.7"));
        assertThat(Rates.pace(6)).isEqualTo(number("50.0"));
        assertThat(Rates.pace(12)).isEqualTo(number("100.0"));
        assertThat(Rates.due(number("1200"), 7)).isEqualByComparingTo("700");
        assertThat(Rates.due(number("100"), 1)).isEqualByComparingTo("8.33");
    }

    /** 47.5 % done when 41.7 % of the year is over. */
    @Test
    void aheadOfPaceIsInPointsOfWhatIsPrinted() {
        assertThat(Rates.ahead(number("47.5"), 5)).isEqualTo(number("5.8"));
        assertThat(Rates.ahead(number("40.0"), 6)).isEqualTo(number("-10.0"));
    }

    /** 六安: 金寨, 霍山 and 叶集 have four each and share a rank; the next has three ranks less. */
    @Test
    void equalsShareARankAndTheNextComesAfterAllOfThem() {
        assertThat(ranks("9", "6", "4", "4", "4", "2")).containsExactly(1, 2, 3, 3, 3, 6);
        assertThat(ranks("5", "4", "4", "3")).containsExactly(1, 2, 2, 4);
        assertThat(ranks("4", "4.0")).containsExactly(1, 1);
    }

    @Test
    void whoHasNoValueHasNoRankAndTakesNone() {
        assertThat(Rates.ranks(Arrays.asList(number("50.0"), null, number("75.0"), null, number("50.0"))))
                .containsExactly(2, null, 1, null, 2);
    }

    private static List<Integer> ranks(String... values) {
        return Rates.ranks(Arrays.stream(values).map(BigDecimal::new).toList());
    }

    /** By hand: A 3 of 4 started is 75.0, B 1 of 3 is 33.3, C has none signed; the city 4 of 8, one of them in no unit. */
    @Test
    void unitsWithoutProjectsAreListedAndNotRanked() {
        Standings standings = Standings.of(
                measured(
                        Map.of(
                                Measure.STARTED, figures("3", "1", "0", "4"),
                                Measure.SIGNED, figures("4", "3", "0", "8")),
                        Map.of()),
                definition(Indicator.Kind.RATIO, Measure.STARTED, Measure.SIGNED));
        assertThat(standings.units())
                .extracting(row -> row.unitCode() + " " + row.value() + " " + row.rank())
                .containsExactly("A 75.0 1", "B 33.3 2", "C null null");
        assertThat(standings.city().value()).isEqualTo(number("50.0"));
        assertThat(standings.city().rank()).isNull();
    }

    /** By hand, in May: A 207.88 of 437.68 is 47.5, 5.8 above pace; B has no target; C 30 of 100 is 11.7 below. */
    @Test
    void aheadAndPaceAreTakenFromTheTarget() {
        MeasuredMonth may = measured(
                Map.of(Measure.OUTSIDE_FUNDS, figures("207.88", "50", "30", "287.88")),
                Map.of("OUTSIDE_FUNDS", Map.of("A", number("437.68"), "C", number("100"), "city", number("500"))));
        assertThat(Standings.of(may, definition(Indicator.Kind.AHEAD, Measure.OUTSIDE_FUNDS, Measure.TARGET))
                        .units())
                .extracting(row -> row.unitCode() + " " + row.value() + " " + row.rank())
                .containsExactly("A 5.8 1", "B null null", "C -11.7 2");
        assertThat(Standings.of(may, definition(Indicator.Kind.PACE, Measure.OUTSIDE_FUNDS, Measure.TARGET))
                        .units())
                .extracting(row -> row.unitCode() + " " + row.numerator() + " " + row.value() + " " + row.rank())
                .containsExactly("A 182.37 41.7 null", "B null null null", "C 41.67 41.7 null");
        assertThat(Standings.of(may, definition(Indicator.Kind.VALUE, Measure.OUTSIDE_FUNDS, null))
                        .units())
                .extracting(Standings.Row::rank)
                .containsExactly(1, 2, 3);
    }

    private static Map<String, BigDecimal> figures(String a, String b, String c, String city) {
        return Map.of("A", number(a), "B", number(b), "C", number(c), "city", number(city));
    }

    private static MeasuredMonth measured(
            Map<Measure, Map<String, BigDecimal>> figures, Map<String, Map<String, BigDecimal>> targets) {
        return new MeasuredMonth(
                YearMonth.of(2021, 5),
                OffsetDateTime.parse("2021-06-01T00:00:00+08:00"),
                List.of(
                        new MeasuredMonth.Named("A", "甲旗"),
                        new MeasuredMonth.Named("B", "乙旗"),
                        new MeasuredMonth.Named("C", "丙旗")),
                new MeasuredMonth.Named("city", "全市"),
                figures,
                targets);
    }

    private static Indicator.Definition definition(Indicator.Kind kind, Measure numerator, Measure denominator) {
        return new Indicator.Definition(
                "SAMPLE", kind, new IndicatorFields("示例", "Sample", "示例", "Sample", numerator, denominator, null));
    }
}
