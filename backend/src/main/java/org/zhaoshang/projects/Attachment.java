package org.zhaoshang.projects;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.files.AttachedFile;
import org.zhaoshang.shared.files.ReceivedFile;
import org.zhaoshang.shared.files.StoredFile;

/** A file of a project. */
@Entity
@AttributeOverride(name = "recordId", column = @Column(name = "project_id"))
@Table(name = "attachments")
class Attachment extends AttachedFile {
    /** What it is for: 论证材料, 前期工作, 图片, 其他. */
    @Schema(name = "AttachmentPurpose")
    enum Purpose {
        APPRAISAL,
        PREPARATION,
        PICTURE,
        OTHER
    }

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @SuppressWarnings("NullAway.Init")
    protected Attachment() {}

    Attachment(Project project, ReceivedFile received, StoredFile stored, Purpose purpose, Caller by, Instant at) {
        super(project.id(), received, stored, by, at);
        this.purpose = purpose;
    }

    Purpose purpose() {
        return purpose;
    }
}
