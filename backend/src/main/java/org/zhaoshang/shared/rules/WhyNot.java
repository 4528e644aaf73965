package org.zhaoshang.shared.rules;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an action on a record is refused now, and what would allow it. */
@Schema(name = "WhyNot", description = "Why an action on a record is refused now.")
public record WhyNot(
        @Schema(required = true, examples = "submit") String action,
        @Schema(required = true, examples = "STATE") String rule,

        @Schema(required = true, description = "The remedy, in the caller's language")
        String message) {}
