package org.zhaoshang.dispatch;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A month of reports: open until the bureau closes it. */
@Entity
@Table(name = "report_months")
class Month {
    @Id
    private String month;

    @Version
    private long version;

    private Instant openedAt;
    private @Nullable Instant frozenAt;
    private @Nullable String frozenBy;
    private @Nullable String freezeReason;

    private @Nullable String snapshot;

    @SuppressWarnings("NullAway.Init")
    protected Month() {}

    /** @param snapshot the figures as they stand now, in JSON: they are shown from now on */
    void freeze(String snapshot, String by, @Nullable String reason, Instant at) {
        if (isFrozen()) {
            throw new IllegalStateException(month + " is closed already");
        }
        this.snapshot = snapshot;
        frozenAt = at;
        frozenBy = by;
        freezeReason = reason;
    }

    boolean isFrozen() {
        return frozenAt != null;
    }

    String month() {
        return month;
    }

    long version() {
        return version;
    }

    Instant openedAt() {
        return openedAt;
    }

    Optional<Instant> frozenAt() {
        return Optional.ofNullable(frozenAt);
    }

    Optional<String> frozenBy() {
        return Optional.ofNullable(frozenBy);
    }

    Optional<String> freezeReason() {
        return Optional.ofNullable(freezeReason);
    }

    Optional<String> snapshot() {
        return Optional.ofNullable(snapshot);
    }
}
