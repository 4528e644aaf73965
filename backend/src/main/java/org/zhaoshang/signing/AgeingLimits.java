package org.zhaoshang.signing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.audit.Settings;
import org.zhaoshang.shared.caller.Caller;

/** From when on a signed project counts as standing still (V26): the bureau's, one for the city. */
@Entity
@Table(name = "ageing_limits")
class AgeingLimits implements Settings<AgeingLimits.Fields> {
    /** There is one. */
    static final int ID = 1;

    @Id
    private int id;

    @Version
    private long version;

    private int monthsToStart;
    private int daysInTalks;
    private int daysAfterSigning;
    private Instant updatedAt;
    private String updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected AgeingLimits() {}

    /** The limits. */
    @Schema(name = "AgeingLimitsFields")
    record Fields(
            @Schema(required = true, minimum = "1", description = "Signed and not started after so many months")
            int monthsToStart,

            @Schema(required = true, minimum = "1", description = "In talks without news for so many days")
            int daysInTalks,

            @Schema(required = true, minimum = "1", description = "Signed and without news for so many days")
            int daysAfterSigning) {}

    @Override
    public void set(Fields to, Caller by, Instant at) {
        monthsToStart = to.monthsToStart();
        daysInTalks = to.daysInTalks();
        daysAfterSigning = to.daysAfterSigning();
        updatedAt = at;
        updatedBy = by.displayName();
    }

    @Override
    public Fields fields() {
        return new Fields(monthsToStart, daysInTalks, daysAfterSigning);
    }

    @Override
    public long version() {
        return version;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String updatedBy() {
        return updatedBy;
    }
}
