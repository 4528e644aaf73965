package org.zhaoshang.projects;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the rules ask of an appraisal.
 *
 * @param body who held it; the rules do not ask, uploads tell by it whether they know the appraisal
 */
@Schema(name = "HeldAppraisal")
public record HeldAppraisal(
        @Schema(required = true) LocalDate heldOn,
        @Schema(required = true) String body,
        @Schema(required = true) Appraisal.Conclusion conclusion) {}
