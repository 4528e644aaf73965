package org.zhaoshang.shared.duplicates;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** A verdict as it is passed over HTTP. */
@Schema(name = "VerdictRequest")
public record VerdictRequest(
        @Schema(required = true) @Nullable Verdict verdict,

        @Schema(required = true, maxLength = 500) @Nullable String reason) {
    private static final Text VERDICT = new Text("裁决", "verdict");

    /** @throws Problem 400 without one */
    public static Verdict verdict(@Nullable VerdictRequest body) {
        if (body == null || body.verdict() == null) {
            throw Problem.badRequest(Finding.of("REQUIRED", "/verdict", Map.of("label", VERDICT)));
        }
        return body.verdict();
    }
}
