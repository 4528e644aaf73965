package org.zhaoshang.dispatch.indicators;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.caller.Caller;

/** An indicator (指标): what units are compared by. The bureau keeps its words, its measures and its threshold. */
@Entity
@Table(name = "indicators")
class Indicator {
    /** How its value comes about. */
    @Schema(name = "IndicatorKind")
    enum Kind {
        /** The measure itself; what targets are set for. Its code is the measure's. */
        VALUE,
        /** Numerator by denominator, in percent. */
        RATIO,
        /** 时序进度: months by twelve, in percent; nobody is ranked by it. */
        PACE,
        /** 超时序: completion less pace, in percentage points. */
        AHEAD
    }

    /** What a figure was computed by: kept with the month that is closed. */
    record Definition(String code, Kind kind, IndicatorFields fields) {}

    @Id
    private String code;

    @Version
    private long version;

    private int position;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Embedded
    private IndicatorFields fields;

    private Instant updatedAt;
    private String updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected Indicator() {}

    Indicator(String code, int position, Kind kind, IndicatorFields fields, Caller by, Instant at) {
        this.code = code;
        this.position = position;
        this.kind = kind;
        this.fields = fields;
        this.updatedAt = at;
        this.updatedBy = by.displayName();
    }

    void revise(IndicatorFields to, Caller by, Instant at) {
        fields = to;
        updatedAt = at;
        updatedBy = by.displayName();
    }

    String code() {
        return code;
    }

    long version() {
        return version;
    }

    int position() {
        return position;
    }

    Kind kind() {
        return kind;
    }

    IndicatorFields fields() {
        return fields;
    }

    Definition definition() {
        return new Definition(code, kind, fields);
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String updatedBy() {
        return updatedBy;
    }
}
