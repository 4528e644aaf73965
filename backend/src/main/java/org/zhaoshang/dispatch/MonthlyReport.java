package org.zhaoshang.dispatch;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.rules.Justification;
import org.zhaoshang.shared.steps.ReturnNotice;
import org.zhaoshang.shared.time.CityClock;

/** A unit's report of a month (月调度报表). */
@Entity
@Table(name = "monthly_reports")
class MonthlyReport {
    @Id
    private UUID id;

    @Version
    private long version;

    private String month;
    private String unitCode;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    private LocalDate dueOn;

    private @Nullable LocalDate extendedUntil;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable MoreTime extension;

    private @Nullable String experience;
    private @Nullable String problems;
    private @Nullable String suggestions;
    private @Nullable String reserveNote;
    private @Nullable String entryDifferenceReason;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Justification> justifications;

    private boolean noChange;
    private int submissions;

    @Enumerated(EnumType.STRING)
    private @Nullable Timeliness timeliness;

    private @Nullable Long lateSeconds;
    private @Nullable Instant firstSubmittedAt;
    private @Nullable Instant submittedAt;
    private @Nullable String submittedBy;
    private @Nullable LocalDate periodEndsOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable ReturnNotice returned;

    private @Nullable Instant acceptedAt;
    private @Nullable String acceptedBy;
    private Instant updatedAt;
    private String updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected MonthlyReport() {}

    void write(MonthlyReportFields fields, Caller by, Instant at) {
        experience = fields.experience();
        problems = fields.problems();
        suggestions = fields.suggestions();
        reserveNote = fields.reserveNote();
        entryDifferenceReason = fields.entryDifferenceReason();
        justifications = fields.justifications();
        begin(by, at);
    }

    /** Something of it was written: it is no longer untouched. */
    void begin(Caller by, Instant at) {
        if (state == ReportState.OPEN) {
            state = ReportState.DRAFT;
        }
        touched(by, at);
    }

    /**
     * The first submission decides for good whether the unit was in time, and where the period ends; a correction is not late.
     *
     * @return how it was in time
     */
    Timeliness submit(boolean noChange, Caller by, Instant at) {
        if (submissions == 0) {
            Instant end = CityClock.endOf(lastDay());
            timeliness = at.isBefore(end) ? Timeliness.ON_TIME : Timeliness.LATE;
            lateSeconds =
                    Math.max(0, Duration.between(end, at).plusNanos(999_999_999).toSeconds());
            firstSubmittedAt = at;
            periodEndsOn = CityClock.dayOf(at);
        }
        submissions++;
        state = ReportState.SUBMITTED;
        this.noChange = noChange;
        returned = null;
        submittedAt = at;
        submittedBy = by.displayName();
        touched(by, at);
        return java.util.Objects.requireNonNull(timeliness);
    }

    void sendBack(String reason, List<ReturnNotice.Remark> remarks, Caller by, Instant at) {
        state = ReportState.RETURNED;
        returned = new ReturnNotice(reason, List.copyOf(remarks), CityClock.local(at), by.displayName());
        acceptedAt = null;
        acceptedBy = null;
        touched(by, at);
    }

    void accept(Caller by, Instant at) {
        state = ReportState.ACCEPTED;
        acceptedAt = at;
        acceptedBy = by.displayName();
        touched(by, at);
    }

    void extend(MoreTime extension, Caller by, Instant at) {
        this.extension = extension;
        extendedUntil = extension.until();
        touched(by, at);
    }

    /** The month is closed, and nothing came. */
    void miss(Caller by, Instant at) {
        timeliness = Timeliness.MISSING;
        touched(by, at);
    }

    private void touched(Caller by, Instant at) {
        updatedAt = at;
        updatedBy = by.displayName();
    }

    /** The places that the bureau sent back; empty when all is open. */
    Set<String> reopened() {
        Set<String> open = new HashSet<>();
        if (state == ReportState.RETURNED && returned != null) {
            returned.fields().forEach(remark -> open.add(remark.pointer()));
        }
        return open;
    }

    /** The last day in time: the unit's, or a later one that it was granted. */
    LocalDate lastDay() {
        return extendedUntil != null && extendedUntil.isAfter(dueOn) ? extendedUntil : dueOn;
    }

    /** As it stands at that moment; what is recorded stays. */
    Timeliness timelinessAt(Instant at) {
        return timeliness != null
                ? timeliness
                : at.isBefore(CityClock.endOf(lastDay())) ? Timeliness.PENDING : Timeliness.MISSING;
    }

    MonthlyReportFields fields() {
        return new MonthlyReportFields(
                experience, problems, suggestions, reserveNote, entryDifferenceReason, justifications);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String month() {
        return month;
    }

    String unitCode() {
        return unitCode;
    }

    ReportState state() {
        return state;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    Optional<MoreTime> extension() {
        return Optional.ofNullable(extension);
    }

    boolean isNoChange() {
        return noChange;
    }

    int submissions() {
        return submissions;
    }

    Optional<Timeliness> timeliness() {
        return Optional.ofNullable(timeliness);
    }

    /** How late the first submission was; 0 in time. */
    Optional<Long> lateSeconds() {
        return Optional.ofNullable(lateSeconds);
    }

    Optional<Instant> firstSubmittedAt() {
        return Optional.ofNullable(firstSubmittedAt);
    }

    Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    Optional<String> submittedBy() {
        return Optional.ofNullable(submittedBy);
    }

    /** Set by the first submission. */
    Optional<LocalDate> periodEndsOn() {
        return Optional.ofNullable(periodEndsOn);
    }

    Optional<ReturnNotice> returned() {
        return Optional.ofNullable(returned);
    }

    Optional<Instant> acceptedAt() {
        return Optional.ofNullable(acceptedAt);
    }

    Optional<String> acceptedBy() {
        return Optional.ofNullable(acceptedBy);
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String updatedBy() {
        return updatedBy;
    }
}
