package org.zhaoshang.signing.funds;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.audit.Settings;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.PlainNumber;

/** What counts for the assessed figure (V16, V17): the bureau's, one for the city. */
@Entity
@Table(name = "fund_counting")
class Counting implements Settings<Counting.Fields> {
    /** There is one. */
    static final int ID = 1;

    /**
     * The condition in SQL, over receipts {@code r}, their projects {@code p} and this row {@code c}. Assessed is money from
     * outside the region that is complete, of a proof that is not another's, and not left out by a switch.
     */
    static final String ASSESSED = """
            (r.origin = 'OUTSIDE_REGION' and r.blocking = 0 and r.proof_verdict is distinct from 'SAME'
                and (c.working_capital or r.use is distinct from 'WORKING_CAPITAL') and r.amount_yuan >= c.minimum_amount_yuan
                and (c.excluded_projects or p.exclusion is null))""";

    @Id
    private int id;

    @Version
    private long version;

    private boolean workingCapital;
    private BigDecimal minimumAmountYuan;
    private boolean excludedProjects;
    private Instant updatedAt;
    private String updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected Counting() {}

    /** The switches. */
    @Schema(name = "FundCountingFields")
    record Fields(
            @Schema(required = true, description = "流动资金计入 (V17)")
            boolean workingCapital,

            @Schema(required = true, description = "Less in one receipt does not count; yuan")
            BigDecimal minimumAmountYuan,

            @Schema(required = true, description = "Projects that are left out of the assessment count (V16)")
            boolean excludedProjects) {}

    @Override
    public void set(Fields to, Caller by, Instant at) {
        workingCapital = to.workingCapital();
        minimumAmountYuan = to.minimumAmountYuan();
        excludedProjects = to.excludedProjects();
        updatedAt = at;
        updatedBy = by.displayName();
    }

    @Override
    public Fields fields() {
        return new Fields(workingCapital, PlainNumber.of(minimumAmountYuan), excludedProjects);
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
