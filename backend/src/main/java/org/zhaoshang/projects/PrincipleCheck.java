package org.zhaoshang.projects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The unit's own answer to one screening principle (策划、筛选原则).
 *
 * @param note owed for FAIL and NOT_APPLICABLE
 */
public record PrincipleCheck(
        @Schema(required = true, examples = "MARKET_DEMAND") String check,
        @Schema(required = true) Answer answer,
        @Nullable String note) {

    /** 符合, 不符合, 不适用. */
    @Schema(name = "PrincipleAnswer")
    public enum Answer {
        PASS,
        FAIL,
        NOT_APPLICABLE
    }
}
