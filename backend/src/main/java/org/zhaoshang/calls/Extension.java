package org.zhaoshang.calls;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** More time for one unit (延期): until when, who granted it and why. Never changed; a further one is added. */
@Entity
@Table(name = "call_extensions")
class Extension {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "call_year")
    @SuppressWarnings("UnusedVariable") // queries read it
    private Call call;

    @Column(name = "unit_code")
    private String unitCode;

    private LocalDate until;

    @Column(name = "granted_by")
    private String grantedBy;

    private String reason;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected Extension() {}

    Extension(
            UUID id,
            Call call,
            String unitCode,
            LocalDate until,
            String grantedBy,
            String reason,
            Instant recordedAt,
            String recordedBy) {
        this.id = id;
        this.call = call;
        this.unitCode = unitCode;
        this.until = until;
        this.grantedBy = grantedBy;
        this.reason = reason;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    UUID id() {
        return id;
    }

    String unitCode() {
        return unitCode;
    }

    LocalDate until() {
        return until;
    }

    String grantedBy() {
        return grantedBy;
    }

    String reason() {
        return reason;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }
}
