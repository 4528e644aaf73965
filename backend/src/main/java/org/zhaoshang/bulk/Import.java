package org.zhaoshang.bulk;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.files.StoredFile;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.sheet.Declared;
import org.zhaoshang.shared.sheet.Incoming;
import org.zhaoshang.shared.sheet.Mapping;

/** A file that came in, what is to be done with it and what became of it. */
@Entity
@Table(name = "imports")
class Import {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String kind;

    @Enumerated(EnumType.STRING)
    private ImportMode mode;

    private boolean dryRun;

    @Enumerated(EnumType.STRING)
    private ImportState state = ImportState.QUEUED;

    private String unitCode;

    @JdbcTypeCode(SqlTypes.JSON)
    private Caller caller;

    private @Nullable String reason;
    private String sha256;
    private long size;
    private @Nullable String fileName;
    private String mediaType;
    private @Nullable String charset;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> units;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> fields;

    private @Nullable UUID appliesImport;
    private @Nullable UUID revertsImport;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Incoming.Column> columns = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Finding> findings = List.of();

    @Embedded
    private Tally rows = Tally.NONE;

    /** Written apart from the entity: see {@link Imports#progress}. */
    @jakarta.persistence.Column(insertable = false, updatable = false)
    private int rowsRead;

    private Instant createdAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected Import() {}

    /**
     * @param unitCode the unit whose rows they are: uploads are made for one unit
     * @param reason goes with every change that comes of it; null for none
     */
    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    Import(
            String kind,
            ImportMode mode,
            boolean dryRun,
            Caller caller,
            String unitCode,
            @Nullable String reason,
            StoredFile file,
            @Nullable String fileName,
            Declared declared,
            Mapping mapping,
            Instant now) {
        this.kind = kind;
        this.mode = mode;
        this.dryRun = dryRun;
        this.caller = caller;
        this.unitCode = unitCode;
        this.reason = reason;
        this.sha256 = file.sha256();
        this.size = file.size();
        this.fileName = fileName;
        this.mediaType = declared.mediaType();
        this.charset = declared.charset();
        this.units = mapping.units();
        this.fields = mapping.fields();
        this.createdAt = now;
    }

    /** What a plan said, done. */
    Import applied(Caller by, Instant now) {
        Import done = follower(false, by, now);
        done.appliesImport = id;
        return done;
    }

    /** The undoing of what was done. */
    Import reverted(Caller by, Instant now) {
        Import undone = follower(false, by, now);
        undone.revertsImport = id;
        return undone;
    }

    private Import follower(boolean dryRun, Caller by, Instant now) {
        return new Import(
                kind,
                mode,
                dryRun,
                by,
                unitCode,
                reason,
                new StoredFile(sha256, size),
                fileName,
                declared(),
                mapping(),
                now);
    }

    void started(Instant now) {
        state = ImportState.RUNNING;
        if (startedAt == null) {
            startedAt = now;
        }
    }

    void understood(List<Incoming.Column> columns) {
        this.columns = columns;
    }

    void ended(ImportState how, Tally rows, List<Finding> findings, Instant now) {
        this.state = how;
        this.rows = rows;
        this.findings = findings;
        this.finishedAt = now;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String kind() {
        return kind;
    }

    ImportMode mode() {
        return mode;
    }

    boolean isDryRun() {
        return dryRun;
    }

    ImportState state() {
        return state;
    }

    String unitCode() {
        return unitCode;
    }

    Caller caller() {
        return caller;
    }

    /** What the trail says of every change that comes of this import. */
    String reason() {
        return (reason == null ? "" : reason + " ") + "[import " + id + "]";
    }

    String sha256() {
        return sha256;
    }

    long size() {
        return size;
    }

    Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    Declared declared() {
        return new Declared(mediaType, charset);
    }

    Mapping mapping() {
        return new Mapping(units, fields);
    }

    Optional<UUID> appliesImport() {
        return Optional.ofNullable(appliesImport);
    }

    Optional<UUID> revertsImport() {
        return Optional.ofNullable(revertsImport);
    }

    List<Incoming.Column> columns() {
        return columns;
    }

    List<Finding> findings() {
        return findings;
    }

    Tally rows() {
        return rows;
    }

    int rowsRead() {
        return rowsRead;
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
}
