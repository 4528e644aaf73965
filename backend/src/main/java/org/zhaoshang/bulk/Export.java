package org.zhaoshang.bulk;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.files.StoredFile;
import org.zhaoshang.shared.language.Language;

/** A list that is asked for as a file, and the file once it is made. */
@Entity
@Table(name = "exports")
class Export {
    /** Long enough to fetch it after a holiday; what is older can be made anew. */
    private static final Duration KEPT = Duration.ofDays(7);

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String kind;

    @Enumerated(EnumType.STRING)
    private ExportFormat format;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> filter;

    @Enumerated(EnumType.STRING)
    private Language language;

    @Enumerated(EnumType.STRING)
    private ExportState state = ExportState.QUEUED;

    @JdbcTypeCode(SqlTypes.JSON)
    private Caller caller;

    @SuppressWarnings("UnusedVariable") // the queries of Exports ask for it
    private UUID callerId;

    @SuppressWarnings("UnusedVariable")
    @Enumerated(EnumType.STRING)
    private RowScope.Breadth breadth;

    private @Nullable String unitCode;
    private @Nullable String reason;
    private int rows;
    private @Nullable String sha256;
    private @Nullable Long size;
    private Instant createdAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected Export() {}

    /** @param filter as {@link ExportKind#checked} gave it */
    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    Export(
            String kind,
            ExportFormat format,
            Map<String, String> filter,
            Language language,
            Caller caller,
            @Nullable String reason,
            Instant now) {
        this.kind = kind;
        this.format = format;
        this.filter = filter;
        this.language = language;
        this.caller = caller;
        this.callerId = caller.id();
        this.breadth = RowScope.of(caller).breadth();
        this.unitCode = caller.unitCode();
        this.reason = reason;
        this.createdAt = now;
        this.expiresAt = now.plus(KEPT);
    }

    void started(Instant now) {
        state = ExportState.RUNNING;
        if (startedAt == null) {
            startedAt = now;
        }
    }

    void completed(int rows, StoredFile file, Instant now) {
        this.state = ExportState.COMPLETED;
        this.rows = rows;
        this.sha256 = file.sha256();
        this.size = file.size();
        this.finishedAt = now;
        this.expiresAt = now.plus(KEPT);
    }

    void failed(Instant now) {
        this.state = ExportState.FAILED;
        this.finishedAt = now;
    }

    boolean isOver() {
        return state == ExportState.COMPLETED || state == ExportState.FAILED;
    }

    UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    ExportFormat format() {
        return format;
    }

    Map<String, String> filter() {
        return filter;
    }

    Language language() {
        return language;
    }

    ExportState state() {
        return state;
    }

    Caller caller() {
        return caller;
    }

    Optional<String> unitCode() {
        return Optional.ofNullable(unitCode);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    int rows() {
        return rows;
    }

    Optional<String> sha256() {
        return Optional.ofNullable(sha256);
    }

    Optional<Long> size() {
        return Optional.ofNullable(size);
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
