package org.zhaoshang.shared.files;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.zhaoshang.shared.caller.Caller;

/** A file that hangs on a record, whose id its table keeps in a column of its own name. It never changes: another version is another file. */
@MappedSuperclass
public abstract class AttachedFile {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID recordId;
    private String name;
    private String mediaType;
    private long size;
    private String sha256;
    private Instant createdAt;
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected AttachedFile() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    protected AttachedFile(UUID recordId, ReceivedFile received, StoredFile stored, Caller by, Instant at) {
        this.recordId = recordId;
        this.name = received.name();
        this.mediaType = received.kind().mediaType();
        this.size = stored.size();
        this.sha256 = stored.sha256();
        this.createdAt = at;
        this.createdBy = by.displayName();
    }

    public UUID id() {
        return id;
    }

    public UUID recordId() {
        return recordId;
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public String sha256() {
        return sha256;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }
}
