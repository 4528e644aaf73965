package org.zhaoshang.signing;

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

/** A signing event (签约活动): kept by the bureau; its totals are the sums of what is credited to it. */
@Entity
@Table(name = "signing_events")
class SigningEvent {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String code;

    @Embedded
    private SigningEventFields fields;

    private Instant createdAt;
    private String createdBy;
    private Instant updatedAt;
    private String updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected SigningEvent() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    SigningEvent(String code, SigningEventFields fields, Caller by, Instant at) {
        this.code = code;
        this.fields = fields;
        this.createdAt = at;
        this.createdBy = by.displayName();
        this.updatedAt = at;
        this.updatedBy = by.displayName();
    }

    void revise(SigningEventFields to, Caller by, Instant at) {
        fields = to;
        updatedAt = at;
        updatedBy = by.displayName();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String code() {
        return code;
    }

    SigningEventFields fields() {
        return fields;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String updatedBy() {
        return updatedBy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SigningEvent event && Objects.equals(id, event.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
