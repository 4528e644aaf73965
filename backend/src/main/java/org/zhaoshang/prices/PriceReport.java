package org.zhaoshang.prices;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.steps.ReturnNotice;
import org.zhaoshang.shared.time.CityClock;

/** A unit's prices of one year as one thing that is submitted, returned and accepted. */
@Entity
@Table(name = "price_reports")
class PriceReport {
    @Id
    private UUID id;

    @Version
    private long version;

    private int year;
    private String unitCode;

    @Enumerated(EnumType.STRING)
    private PriceState state = PriceState.DRAFT;

    private int submissions;
    private boolean late;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable ReturnNotice returned;

    private @Nullable Instant submittedAt;
    private @Nullable String submittedBy;
    private @Nullable Instant acceptedAt;
    private @Nullable String acceptedBy;

    @SuppressWarnings("UnusedVariable") // for who looks into the table
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected PriceReport() {}

    /** As it is before anyone did anything to it; not stored. */
    @SuppressWarnings("NullAway.Init")
    PriceReport(int year, String unitCode, Instant at) {
        this.year = year;
        this.unitCode = unitCode;
        this.updatedAt = at;
    }

    void submit(boolean late, Caller by, Instant at) {
        state = PriceState.SUBMITTED;
        // The first submission decides whether it was in time; a correction is not late.
        if (submissions == 0) {
            this.late = late;
            this.submittedAt = at;
            this.submittedBy = by.displayName();
        }
        submissions++;
        updatedAt = at;
    }

    void sendBack(String reason, List<ReturnNotice.Remark> remarks, Caller by, Instant at) {
        state = PriceState.RETURNED;
        returned = new ReturnNotice(reason, List.copyOf(remarks), CityClock.local(at), by.displayName());
        updatedAt = at;
    }

    void accept(Caller by, Instant at) {
        state = PriceState.ACCEPTED;
        returned = null;
        acceptedAt = at;
        acceptedBy = by.displayName();
        updatedAt = at;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    int year() {
        return year;
    }

    String unitCode() {
        return unitCode;
    }

    PriceState state() {
        return state;
    }

    int submissions() {
        return submissions;
    }

    boolean isLate() {
        return late;
    }

    Optional<ReturnNotice> returned() {
        return Optional.ofNullable(returned);
    }

    Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    Optional<String> submittedBy() {
        return Optional.ofNullable(submittedBy);
    }

    Optional<Instant> acceptedAt() {
        return Optional.ofNullable(acceptedAt);
    }

    Optional<String> acceptedBy() {
        return Optional.ofNullable(acceptedBy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PriceReport report && year == report.year && unitCode.equals(report.unitCode);
    }

    @Override
    public int hashCode() {
        return Objects.hash(year, unitCode);
    }
}
