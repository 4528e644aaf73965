package org.zhaoshang.projects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.UuidGenerator;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.files.StoredFile;

/** A file of a project. It never changes: another version is another file. */
@Entity
@Table(name = "attachments")
class Attachment {
    /** What it is for: 论证材料, 前期工作, 图片, 其他. */
    @Schema(name = "AttachmentPurpose")
    enum Purpose {
        APPRAISAL,
        PREPARATION,
        PICTURE,
        OTHER
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID projectId;
    private String name;
    private String mediaType;
    private long size;
    private String sha256;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private Instant createdAt;
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected Attachment() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    Attachment(
            Project project, String name, String mediaType, StoredFile file, Purpose purpose, Caller by, Instant at) {
        this.projectId = project.id();
        this.name = name;
        this.mediaType = mediaType;
        this.size = file.size();
        this.sha256 = file.sha256();
        this.purpose = purpose;
        this.createdAt = at;
        this.createdBy = by.displayName();
    }

    UUID id() {
        return id;
    }

    UUID projectId() {
        return projectId;
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    Purpose purpose() {
        return purpose;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }
}
