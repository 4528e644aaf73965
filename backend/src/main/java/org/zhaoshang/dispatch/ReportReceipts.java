package org.zhaoshang.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.rules.Rulebook;
import org.zhaoshang.shared.time.CityClock;

/** Every submission with all that was submitted, and the receipt that was given for it; only ever added to. */
@ApplicationScoped
public class ReportReceipts {
    private static final int HASH_SHOWN = 6;
    private static final String COLUMNS =
            "month, unit_code, revision, number, submitted_at, submitted_by, due_on, timeliness, late_seconds, no_change,"
                    + " period_ends_on, rules_version, hash_algorithm, content_hash";

    private final EntityManager database;

    ReportReceipts(EntityManager database) {
        this.database = database;
    }

    /** For anyone who has the number: what a receipt says. */
    public Optional<ReportReceipt> byNumber(String number) {
        return number.indexOf('\0') >= 0
                ? Optional.empty()
                : receipts(database.createNativeQuery(
                                        "select " + COLUMNS + " from report_submissions where number = :number",
                                        Tuple.class)
                                .setParameter("number", number)
                                .getResultList())
                        .stream()
                        .findFirst();
    }

    /** The newest first. */
    List<ReportReceipt> of(MonthlyReport report) {
        return receipts(database.createNativeQuery(
                        "select " + COLUMNS
                                + " from report_submissions where month = :month and unit_code = :unit order by revision desc",
                        Tuple.class)
                .setParameter("month", report.month())
                .setParameter("unit", report.unitCode())
                .getResultList());
    }

    /** To the letter what was submitted. */
    Optional<String> content(ReportReceipt receipt) {
        return database.createNativeQuery(
                        "select content from report_submissions where month = :month and unit_code = :unit and revision = :revision",
                        String.class)
                .setParameter("month", receipt.month())
                .setParameter("unit", receipt.unitCode())
                .setParameter("revision", receipt.revision())
                .getResultStream()
                .map(String.class::cast)
                .findFirst();
    }

    /**
     * Keeps what was submitted.
     *
     * @param report as it is after the submission
     * @param figures what the summaries of the month take from it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    ReportReceipt add(MonthlyReport report, JsonNode content, JsonNode figures, Caller by) {
        String canonical = CanonicalJson.write(content);
        String hash = CanonicalJson.hash(canonical);
        Instant at = report.submittedAt().orElseThrow();
        ReportReceipt receipt = new ReportReceipt(
                report.month(),
                report.unitCode(),
                report.submissions(),
                number(CityClock.dayOf(at).getYear(), hash),
                at,
                by.displayName(),
                report.lastDay(),
                report.timeliness().orElseThrow(),
                report.lateSeconds().orElseThrow(),
                report.isNoChange(),
                report.periodEndsOn().orElseThrow(),
                Rulebook.version(),
                CanonicalJson.ALGORITHM,
                hash);
        database.createNativeQuery("""
                        insert into report_submissions (month, unit_code, revision, number, submitted_at, submitted_by,
                            submitted_as, due_on, timeliness, late_seconds, no_change, period_ends_on, rules_version,
                            hash_algorithm, content_hash, content, figures)
                        values (:month, :unit, :revision, :number, :at, :by, :as, :dueOn, :timeliness, :late, :noChange, :ends,
                            :rules, :algorithm, :hash, :content, cast(:figures as jsonb))""")
                .setParameter("month", receipt.month())
                .setParameter("unit", receipt.unitCode())
                .setParameter("revision", receipt.revision())
                .setParameter("number", receipt.number())
                .setParameter("at", at)
                .setParameter("by", receipt.submittedBy())
                .setParameter("as", by.name())
                .setParameter("dueOn", receipt.dueOn())
                .setParameter("timeliness", receipt.timeliness().name())
                .setParameter("late", receipt.lateSeconds())
                .setParameter("noChange", receipt.noChange())
                .setParameter("ends", receipt.periodEndsOn())
                .setParameter("rules", receipt.rulesVersion())
                .setParameter("algorithm", receipt.hashAlgorithm())
                .setParameter("hash", hash)
                .setParameter("content", canonical)
                .setParameter("figures", figures.toString())
                .executeUpdate();
        return receipt;
    }

    /** A sequence waits for nobody; the letters at the end keep a number from being guessed. */
    private String number(int year, String hash) {
        long next = (long) database.createNativeQuery("select nextval('report_receipt_numbers')", Long.class)
                .getSingleResult();
        return "R-%d-%06d-%s"
                .formatted(year, next, hash.substring(0, HASH_SHOWN).toUpperCase(Locale.ROOT));
    }

    private static List<ReportReceipt> receipts(List<?> rows) {
        return rows.stream().map(row -> receipt((Tuple) row)).toList();
    }

    private static ReportReceipt receipt(Tuple row) {
        return new ReportReceipt(
                row.get("month", String.class),
                row.get("unit_code", String.class),
                row.get("revision", Integer.class),
                row.get("number", String.class),
                Objects.requireNonNull(row.get("submitted_at", Instant.class)),
                row.get("submitted_by", String.class),
                day(row, "due_on"),
                Timeliness.valueOf(row.get("timeliness", String.class)),
                row.get("late_seconds", Long.class),
                row.get("no_change", Boolean.class),
                day(row, "period_ends_on"),
                row.get("rules_version", String.class),
                row.get("hash_algorithm", String.class),
                row.get("content_hash", String.class));
    }

    /** A day as the driver gives it. */
    static LocalDate day(Tuple row, String column) {
        return row.get(column) instanceof java.sql.Date day ? day.toLocalDate() : row.get(column, LocalDate.class);
    }
}
