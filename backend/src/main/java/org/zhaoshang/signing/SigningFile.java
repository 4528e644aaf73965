package org.zhaoshang.signing;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.files.AttachedFile;
import org.zhaoshang.shared.files.ReceivedFile;
import org.zhaoshang.shared.files.StoredFile;

/** A file of a signed project. */
@Entity
@Table(name = "signing_files")
@AttributeOverride(name = "recordId", column = @Column(name = "signed_project_id"))
public class SigningFile extends AttachedFile {
    /** What it is for: 协议文本, 阶段佐证, 现场照片, 到资凭证, 其他. */
    @Schema(name = "SigningFilePurpose")
    public enum Purpose {
        AGREEMENT,
        STAGE,
        PHOTO,
        PROOF,
        OTHER
    }

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private @Nullable UUID subjectId;

    @SuppressWarnings("NullAway.Init")
    protected SigningFile() {}

    /** @param subject the agreement, stage or receipt that it shows; null for the project itself */
    SigningFile(
            SignedProject project,
            ReceivedFile received,
            StoredFile stored,
            Purpose purpose,
            @Nullable UUID subject,
            Caller by,
            Instant at) {
        super(project.id(), received, stored, by, at);
        this.purpose = purpose;
        this.subjectId = subject;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** The agreement, stage or receipt that it shows; empty for the project itself. */
    public Optional<UUID> subjectId() {
        return Optional.ofNullable(subjectId);
    }
}
