package org.zhaoshang.signing;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;

/** A file of a signed project as it is listed. */
@Schema(name = "SigningFile")
public record SigningFileView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "投资合同.pdf") String name,

        @Schema(required = true, examples = "application/pdf")
        String mediaType,

        @Schema(required = true, description = "Bytes") long size,
        @Schema(required = true) SigningFile.Purpose purpose,

        @Nullable @Schema(description = "The agreement, stage or receipt that it shows; absent for the project itself")
        UUID subjectId,

        @Schema(required = true) String sha256,
        @Schema(required = true) OffsetDateTime createdAt,
        @Schema(required = true) String createdBy) {

    public static SigningFileView of(SigningFile file) {
        return new SigningFileView(
                file.id(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.purpose(),
                file.subjectId().orElse(null),
                file.sha256(),
                CityClock.local(file.createdAt()),
                file.createdBy());
    }
}
