package org.zhaoshang.dispatch.indicators;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;

/** A yearly target (年度任务) of a unit, or of the city, for an indicator; set by the bureau. */
@Entity
@Table(name = "targets")
class Target {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    @Embedded
    private TargetFields fields;

    private boolean example;
    private Instant updatedAt;
    private String updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected Target() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    Target(TargetFields fields, boolean example, Caller by, Instant at) {
        this.fields = fields;
        this.example = example;
        this.updatedAt = at;
        this.updatedBy = by.displayName();
    }

    /** What the bureau sets itself is no example any more. */
    void revise(TargetFields to, Caller by, Instant at) {
        fields = to;
        example = false;
        updatedAt = at;
        updatedBy = by.displayName();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    TargetFields fields() {
        return fields;
    }

    boolean isExample() {
        return example;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String updatedBy() {
        return updatedBy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target target && Objects.equals(id, target.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
