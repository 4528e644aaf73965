package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.time.CityClock;

/** What was corrected after months were closed (调增、调减); only ever added to. */
@ApplicationScoped
class Adjustments {
    /** Many more than anyone records of one month. */
    private static final int MOST = 1000;

    private final EntityManager database;

    Adjustments(EntityManager database) {
        this.database = database;
    }

    @Schema(name = "AdjustedIndicator")
    enum Indicator {
        COMPLETED_INVESTMENT,
        FUNDS_IN_PLACE
    }

    /** One adjustment. */
    @Schema(name = "MonthlyAdjustment", description = "A dated correction of a closed month; the closed figures stay.")
    record Adjustment(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "2021-03") String month,
            @Schema(required = true, examples = "150622") String unitCode,

            @Schema(required = true, description = "The project's code")
            String signedProject,

            @Schema(required = true) String signedProjectName,
            @Schema(required = true) Indicator indicator,

            @Schema(required = true, description = "Positive adds (调增), negative takes away (调减); yuan")
            BigDecimal amountYuan,

            @Schema(required = true) String reason,
            @Schema(required = true) LocalDate adjustedOn,
            @Schema(required = true) OffsetDateTime recordedAt,
            @Schema(required = true) String recordedBy) {}

    /** What the adjustments of a unit and an indicator sum to. */
    @Schema(name = "AdjustmentSum")
    record Sum(
            @Schema(required = true) String unitCode,
            @Schema(required = true) Indicator indicator,
            @Schema(required = true) int adjustments,
            @Schema(required = true) BigDecimal amountYuan) {}

    /** The newest first. */
    List<Adjustment> of(MonthlyReport report) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select a.id, p.code, p.name, a.indicator, a.amount_yuan, a.reason, a.adjusted_on, a.recorded_at, a.recorded_by
                        from month_adjustments a join signed_projects p on p.id = a.signed_project_id
                        where a.month = :month and a.unit_code = :unit order by a.recorded_at desc, a.id limit :most""", Tuple.class)
                .setParameter("month", report.month())
                .setParameter("unit", report.unitCode())
                .setParameter("most", MOST)
                .getResultList();
        return rows.stream()
                .map(row -> new Adjustment(
                        row.get("id", UUID.class),
                        report.month(),
                        report.unitCode(),
                        row.get("code", String.class),
                        row.get("name", String.class),
                        Indicator.valueOf(row.get("indicator", String.class)),
                        row.get("amount_yuan", BigDecimal.class),
                        row.get("reason", String.class),
                        ReportReceipts.day(row, "adjusted_on"),
                        CityClock.local(Objects.requireNonNull(row.get("recorded_at", Instant.class))),
                        row.get("recorded_by", String.class)))
                .toList();
    }

    /** Of all units, as they were recorded by then. */
    List<Sum> sums(String month, Instant until) {
        return sums(month, month, until);
    }

    private List<Sum> sums(String first, String last, Instant until) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select unit_code, indicator, count(*) adjustments, sum(amount_yuan) amount
                        from month_adjustments where month between :first and :last and recorded_at < :until
                        group by unit_code, indicator order by unit_code, indicator""", Tuple.class)
                .setParameter("first", first)
                .setParameter("last", last)
                .setParameter("until", until)
                .getResultList();
        return rows.stream()
                .map(row -> new Sum(
                        row.get("unit_code", String.class),
                        Indicator.valueOf(row.get("indicator", String.class)),
                        row.get("adjustments", Long.class).intValue(),
                        row.get("amount", BigDecimal.class)))
                .toList();
    }

    /** Of all units and the months of the year up to that one, as they were recorded by then. */
    List<Sum> yearSums(String month, Instant until) {
        return sums(MonthCode.firstOfYear(month), month, until);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Adjustment adjustment, UUID project) {
        database.createNativeQuery("""
                        insert into month_adjustments (id, month, unit_code, signed_project_id, indicator, amount_yuan, reason,
                            adjusted_on, recorded_at, recorded_by)
                        values (:id, :month, :unit, :project, :indicator, :amount, :reason, :on, :at, :by)""")
                .setParameter("id", adjustment.id())
                .setParameter("month", adjustment.month())
                .setParameter("unit", adjustment.unitCode())
                .setParameter("project", project)
                .setParameter("indicator", adjustment.indicator().name())
                .setParameter("amount", adjustment.amountYuan())
                .setParameter("reason", adjustment.reason())
                .setParameter("on", adjustment.adjustedOn())
                .setParameter("at", adjustment.recordedAt().toInstant())
                .setParameter("by", adjustment.recordedBy())
                .executeUpdate();
    }
}
