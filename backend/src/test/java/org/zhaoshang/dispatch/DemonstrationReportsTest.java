package org.zhaoshang.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.seed.Past;
import org.zhaoshang.shared.seed.Story;
import org.zhaoshang.shared.time.CityClock;

/** The past of the demonstration, as it is told on days of all kinds; each is taken back. */
@QuarkusTest
@TestProfile(DemonstrationReportsTest.OwnDatabase.class)
class DemonstrationReportsTest {
    private static final RowScope ALL = new RowScope(RowScope.Breadth.ALL, null, null);

    private BigDecimal beforehand = BigDecimal.ZERO;

    @Inject
    Past past;

    @Inject
    @Any
    Instance<Story> stories;

    @Inject
    Months months;

    @Inject
    MonthlyReports reports;

    @Inject
    SummariseMonth summaries;

    @Inject
    ComparedMonth compared;

    @Inject
    EntityManager database;

    @Inject
    CityClock clock;

    /** What other tests enter stays out of the sums. */
    public static class OwnDatabase implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.log.category.\"org.zhaoshang.dispatch.DemonstrationReportsTest\".level", "INFO");
        }
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    /** What is written in the trail with a moment that lies ahead: the server of the tests has planted its own today. */
    private BigDecimal toCome() {
        return number("select count(*) from audit_entries where at > cast('" + clock.now() + "' as timestamptz)");
    }

    private void told(String start, Runnable claims) {
        clock.startAt(OffsetDateTime.parse(start + "+08:00").toInstant());
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(300));
        try {
            // The tests begin with empty months, the demonstration with none; those who look after months wait.
            database.createNativeQuery("lock table report_months, monthly_reports in exclusive mode")
                    .executeUpdate();
            database.createNativeQuery("delete from monthly_reports").executeUpdate();
            database.createNativeQuery("delete from report_months").executeUpdate();
            beforehand = toCome();
            past.tell(stories.stream().toList());
            claims.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-06-10T10:00:00",
                "2024-02-29T12:00:00",
                "2026-01-01T00:02:00",
                "2026-07-28T23:59:30",
                "2026-12-31T23:59:00"
            })
    void everyDayFindsMonthsThatWereReportedAndOneThatIsBeingReported(String start) {
        told(start, () -> {
            Instant now = clock.now();
            String running = MonthCode.of(now);
            List<SampleMonth> wanted = SampleMonth.upTo(YearMonth.parse(running));
            assertThat(texts("select month from report_months order by month"))
                    .isEqualTo(wanted.stream().map(SampleMonth::code).toList());
            assertThat(texts("select month from report_months where frozen_at is not null order by month"))
                    .isEqualTo(texts("select distinct month from month_rankings order by month"))
                    .isEqualTo(wanted.stream()
                            .filter(SampleMonth::isClosed)
                            .map(SampleMonth::code)
                            .toList());
            assertThat(List.of("150626", "150624", "1506A2"))
                    .allMatch(unit -> state(running, unit) == ReportState.OPEN);
            assertThat(state(running, "150622")).matches(ReportState::isOpen);
            assertThat(texts("select distinct state from monthly_reports where month = '" + running + "'"))
                    .contains("OPEN", "SUBMITTED", "RETURNED");
            assertThat(toCome()).isEqualTo(beforehand);
            assertThat(number("select coalesce(max(count), 0) from (select count(*) from notifications"
                            + " where read_at is null and created_at <= cast('" + now
                            + "' as timestamptz) group by account_id) per(count)"))
                    .isLessThan(BigDecimal.valueOf(40));
            nothingIsOpenInWhatWasPlanted();
            sumsAgree(wanted);
            assertThat(stories.stream()).allMatch(story -> story.acts().isEmpty());
        });
    }

    private void nothingIsOpenInWhatWasPlanted() {
        assertThat(texts("select name from signed_projects where blocking + explaining > 0 or not example"))
                .isEmpty();
        assertThat(texts("select code from fund_receipts where blocking + explaining > 0 or not example"))
                .isEmpty();
        assertThat(texts("select progress from monthly_entries where progress not like '%（示例）'"))
                .isEmpty();
        assertThat(texts("select distinct t from monthly_reports, unnest(array[experience, problems, suggestions,"
                        + " reserve_note, entry_difference_reason]) t where t not like '%（示例）'"))
                .isEmpty();
    }

    /** Each month's figures are those of its rows and of the receipts that it told of. */
    private void sumsAgree(List<SampleMonth> wanted) {
        for (SampleMonth month : wanted) {
            MonthSummary summary = summaries.of(months.findById(month.code()), clock.now());
            Figures total = summary.total().figures();
            assertThat(total.completedInvestmentYuan())
                    .as(month.code())
                    .isEqualByComparingTo(
                            number("select coalesce(sum(e.completed_investment_yuan), 0) from monthly_entries e"
                                    + " join monthly_reports r using (month, unit_code) where r.submissions > 0 and month = '"
                                    + month.code() + "'"));
            assertThat(total.fundsInPlaceYuan())
                    .as(month.code())
                    .isEqualByComparingTo(number("select coalesce(sum(amount_yuan), 0) from fund_receipts"
                            + " where reported_month = '" + month.code() + "'"));
        }
    }

    @Test
    void theYearIsAliveInItsElevenMonths() {
        told("2026-11-20T10:00:00", () -> {
            assertThat(texts("select distinct timeliness from monthly_reports where month like '2026%'"
                            + " and timeliness is not null"))
                    .contains("ON_TIME", "LATE", "MISSING");
            assertThat(number("select count(*) from report_submissions where revision > 1 and month like '2026%'"))
                    .isGreaterThanOrEqualTo(BigDecimal.TWO);
            assertThat(texts("select month from month_adjustments order by month"))
                    .contains("2021-09", "2026-06", "2026-08");
            ComparedMonth.Figure invested = compared.of(months.findById("2026-10"), clock.now(), ALL)
                    .total()
                    .completedInvestment();
            assertThat(invested.onLastMonthPercent()).isNotNull();
            assertThat(invested.onLastYearPercent()).isNotNull();
            assertThat(texts("select distinct stage from monthly_entries where changed"))
                    .contains("STARTED", "PRODUCING", "PERMITTING");
            assertThat(number("select count(*) from monthly_entries where jsonb_array_length(problem_kinds) > 0"))
                    .isGreaterThan(BigDecimal.TEN);
            for (String state : List.of(
                    "reviewed_yuan is null",
                    "reviewed_yuan < amount_yuan",
                    "recognised_yuan is not null",
                    "recognised_yuan < reviewed_yuan",
                    "entered_amount_yuan is null",
                    "entered_amount_yuan < amount_yuan",
                    "reported_month is null")) {
                assertThat(number("select count(*) from fund_receipts where " + state))
                        .as(state)
                        .isPositive();
            }
        });
    }

    private ReportState state(String month, String unit) {
        return reports.byKey(month, unit).orElseThrow().state();
    }

    private List<String> texts(String query) {
        return database.createNativeQuery(query, String.class).getResultList();
    }

    private BigDecimal number(String query) {
        return new BigDecimal(
                database.createNativeQuery(query).getSingleResult().toString());
    }
}
