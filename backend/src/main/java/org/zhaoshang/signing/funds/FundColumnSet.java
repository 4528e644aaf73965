package org.zhaoshang.signing.funds;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;

/** A set of columns (栏目方案) in which an office takes the ledger as a file; the office alone changes it. */
@Entity
@Table(name = "fund_column_sets")
class FundColumnSet {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private @Nullable String unitCode;

    @Embedded
    private FundColumnSetFields fields;

    private Instant updatedAt;
    private String updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected FundColumnSet() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    FundColumnSet(FundColumnSetFields fields, Caller by, Instant at) {
        this.unitCode = by.unitCode();
        this.fields = fields;
        this.updatedAt = at;
        this.updatedBy = by.displayName();
    }

    void revise(FundColumnSetFields to, Caller by, Instant at) {
        fields = to;
        updatedAt = at;
        updatedBy = by.displayName();
    }

    /** Whether it is of the caller's office. */
    boolean isOf(Caller caller) {
        return Objects.equals(unitCode, caller.unitCode());
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    /** Empty for a set of the bureau. */
    Optional<String> unitCode() {
        return Optional.ofNullable(unitCode);
    }

    FundColumnSetFields fields() {
        return fields;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String updatedBy() {
        return updatedBy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FundColumnSet set && Objects.equals(id, set.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
