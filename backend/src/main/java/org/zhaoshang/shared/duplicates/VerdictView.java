package org.zhaoshang.shared.duplicates;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;

/** A verdict as it is shown. */
@Schema(name = "DuplicateVerdict")
public record VerdictView(
        @Schema(required = true) Verdict verdict,
        @Schema(required = true) String reason,
        @Schema(required = true) String by,
        @Schema(required = true) OffsetDateTime at) {

    public static @Nullable VerdictView of(@Nullable Judgement judgement) {
        return judgement == null
                ? null
                : new VerdictView(
                        judgement.verdict(), judgement.reason(), judgement.by(), CityClock.local(judgement.at()));
    }
}
