package org.zhaoshang.shared.rules;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The word that satisfies an EXPLAIN finding. */
@Schema(description = "Why a value is right although a rule asks: satisfies that rule's EXPLAIN findings.")
public record Justification(
        @Schema(required = true, examples = "V04") String rule,
        @Schema(required = true) String text) {}
