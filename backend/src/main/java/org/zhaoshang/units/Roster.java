package org.zhaoshang.units;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Who is responsible in a unit (责任分工). */
@Entity
@Table(name = "rosters")
class Roster {
    @Id
    @Column(name = "unit_code")
    private String unitCode;

    @Column(name = "principal_leader")
    private @Nullable String principalLeader;

    @Column(name = "leader_in_charge")
    private @Nullable String leaderInCharge;

    private @Nullable String reporter;

    @Column(name = "office_phone")
    private @Nullable String officePhone;

    @Column(name = "office_address")
    private @Nullable String officeAddress;

    /** Null until stored: that is how the persistence layer knows a new row that brings its own key. */
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Roster() {}

    Roster(String unitCode) {
        this.unitCode = unitCode;
    }

    /** What a roster says; a person left out is not named yet. */
    record Entries(
            @Nullable String principalLeader,
            @Nullable String leaderInCharge,
            @Nullable String reporter,
            @Nullable String officePhone,
            @Nullable String officeAddress) {}

    void rewrite(Entries entries) {
        principalLeader = entries.principalLeader();
        leaderInCharge = entries.leaderInCharge();
        reporter = entries.reporter();
        officePhone = entries.officePhone();
        officeAddress = entries.officeAddress();
    }

    Entries entries() {
        return new Entries(principalLeader, leaderInCharge, reporter, officePhone, officeAddress);
    }

    String unitCode() {
        return unitCode;
    }

    /** 0 for a roster that was never written. */
    long version() {
        return version == null ? 0 : version;
    }
}
