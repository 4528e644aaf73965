package org.zhaoshang.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhaoshang.signing.Attribution.Part;
import org.zhaoshang.signing.Attribution.Signing;

/** V18 by hand: amounts in 亿元 to read easily. */
class AttributionTest {
    private static final LocalDate MARCH = LocalDate.parse("2021-03-01");
    private static final LocalDate JUNE = LocalDate.parse("2021-06-01");
    private static final LocalDate SEPTEMBER = LocalDate.parse("2021-09-01");

    @Test
    void countsAProjectAtItsFirstEvent() {
        assertThat(on(JUNE, signed("A", AgreementKind.CONTRACT, MARCH, 10)))
                .containsExactly(Tuple.tuple("A", AgreementKind.CONTRACT, Part.FIRST, 1, amount(10)));
    }

    @Test
    void movesAnUpgradedAmountIntoTheFirmerColumnOfTheFirstEvent() {
        List<Signing> signings =
                List.of(signed("A", AgreementKind.INTENT, MARCH, 10), signed("B", AgreementKind.CONTRACT, JUNE, 10));
        assertThat(on(MARCH, signings))
                .containsExactly(Tuple.tuple("A", AgreementKind.INTENT, Part.FIRST, 1, amount(10)));
        assertThat(on(JUNE, signings))
                .as("the later event lists it with 0")
                .containsExactly(
                        Tuple.tuple("A", AgreementKind.CONTRACT, Part.FIRST, 1, amount(10)),
                        Tuple.tuple("B", AgreementKind.CONTRACT, Part.UPGRADE, 0, amount(0)));
    }

    @Test
    void creditsTheLaterEventWithWhatIsAgreedBeyond() {
        assertThat(on(
                        JUNE,
                        List.of(
                                signed("A", AgreementKind.FRAMEWORK, MARCH, 10),
                                signed("B", AgreementKind.CONTRACT, JUNE, 13))))
                .containsExactly(
                        Tuple.tuple("A", AgreementKind.CONTRACT, Part.FIRST, 1, amount(10)),
                        Tuple.tuple("B", AgreementKind.CONTRACT, Part.UPGRADE, 0, amount(0)),
                        Tuple.tuple("B", AgreementKind.CONTRACT, Part.ADDED_CAPITAL, 0, amount(3)));
    }

    @Test
    void creditsAddedCapitalAlone() {
        assertThat(on(
                        JUNE,
                        List.of(
                                signed("A", AgreementKind.CONTRACT, MARCH, 10),
                                signed("B", AgreementKind.CONTRACT, JUNE, 12))))
                .containsExactly(
                        Tuple.tuple("A", AgreementKind.CONTRACT, Part.FIRST, 1, amount(10)),
                        Tuple.tuple("B", AgreementKind.CONTRACT, Part.ADDED_CAPITAL, 0, amount(2)));
    }

    @Test
    void listsWhatIsSignedAgainForTheSameWithNothing() {
        assertThat(on(
                        JUNE,
                        List.of(
                                signed("A", AgreementKind.CONTRACT, MARCH, 10),
                                signed("B", AgreementKind.CONTRACT, JUNE, 10))))
                .containsExactly(
                        Tuple.tuple("A", AgreementKind.CONTRACT, Part.FIRST, 1, amount(10)),
                        Tuple.tuple("B", AgreementKind.CONTRACT, Part.SUPPLEMENT, 0, amount(0)));
    }

    @Test
    void movesAllToTheLaterEventFromTheDayOfTheNewInvestor() {
        List<Signing> signings = List.of(
                signed("A", AgreementKind.INTENT, MARCH, 10),
                signed("B", AgreementKind.CONTRACT, JUNE, 12),
                new Signing("C", AgreementKind.FRAMEWORK, SEPTEMBER, amount(8), amount(8), true));
        assertThat(on(SEPTEMBER.minusDays(1), signings)).hasSize(3);
        assertThat(on(SEPTEMBER, signings))
                .containsExactly(Tuple.tuple("C", AgreementKind.FRAMEWORK, Part.NEW_INVESTOR, 1, amount(8)));
    }

    @Test
    void takesBackWhatIsAgreedNoMore() {
        assertThat(on(
                        SEPTEMBER,
                        List.of(
                                signed("A", AgreementKind.CONTRACT, MARCH, 10),
                                signed("B", AgreementKind.CONTRACT, JUNE, 12),
                                signed(null, AgreementKind.CONTRACT, SEPTEMBER, 11))))
                .as("the latest addition shrinks first")
                .containsExactly(
                        Tuple.tuple("A", AgreementKind.CONTRACT, Part.FIRST, 1, amount(10)),
                        Tuple.tuple("B", AgreementKind.CONTRACT, Part.ADDED_CAPITAL, 0, amount(1)),
                        Tuple.tuple(null, AgreementKind.CONTRACT, Part.SUPPLEMENT, 0, amount(0)));
    }

    @Test
    void keepsTheFirmerColumnWhenALooserPaperFollows() {
        assertThat(on(
                        JUNE,
                        List.of(
                                signed("A", AgreementKind.CONTRACT, MARCH, 10),
                                signed("B", AgreementKind.FRAMEWORK, JUNE, 15))))
                .containsExactly(
                        Tuple.tuple("A", AgreementKind.CONTRACT, Part.FIRST, 1, amount(10)),
                        Tuple.tuple("B", AgreementKind.CONTRACT, Part.ADDED_CAPITAL, 0, amount(5)));
    }

    @Test
    void creditsNothingFromTheDayOnWhichItGoesOnWithAnother() {
        List<Signing> signings = List.of(signed("A", AgreementKind.CONTRACT, MARCH, 10));
        assertThat(standing(JUNE.minusDays(1), Attribution.of(signings, JUNE))).hasSize(1);
        assertThat(standing(JUNE, Attribution.of(signings, JUNE))).isEmpty();
    }

    @Test
    void splitsAmountsBySharesExactlyToTheCent() {
        assertThat(Shares.split(
                        new BigDecimal("100.01"),
                        "150622",
                        List.of(
                                new Share("150622", new BigDecimal("33.3333")),
                                new Share("150625", new BigDecimal("33.3333")),
                                new Share("150602", new BigDecimal("33.3334")))))
                .isEqualTo(Map.of(
                        "150622", new BigDecimal("33.33"),
                        "150625", new BigDecimal("33.34"),
                        "150602", new BigDecimal("33.34")))
                .satisfies(parts -> assertThat(parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo("100.01"));
    }

    private static Signing signed(@Nullable String event, AgreementKind kind, LocalDate on, int amount) {
        return new Signing(event, kind, on, amount(amount), amount(amount), false);
    }

    private static BigDecimal amount(int amount) {
        return BigDecimal.valueOf(amount);
    }

    private static List<Tuple> on(LocalDate day, Signing only) {
        return on(day, List.of(only));
    }

    private static List<Tuple> on(LocalDate day, List<Signing> signings) {
        return standing(day, Attribution.of(signings, null));
    }

    private static List<Tuple> standing(LocalDate day, List<Attribution.Credit> credits) {
        return credits.stream()
                .filter(credit -> !credit.from().isAfter(day)
                        && (credit.to() == null || credit.to().isAfter(day)))
                .map(credit -> Tuple.tuple(
                        credit.event(), credit.kind(), credit.part(), credit.projects(), credit.amountYuan()))
                .toList();
    }
}
