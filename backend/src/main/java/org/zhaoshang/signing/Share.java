package org.zhaoshang.signing;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * V35: a unit's part of the amounts of a project that several share.
 *
 * @param percent of all; together 100
 */
@Schema(name = "SigningShare")
public record Share(
        @Schema(required = true, examples = "150622") String unitCode,
        @Schema(required = true, examples = "60") BigDecimal percent) {}
