package org.zhaoshang.dispatch.indicators;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a measure counts. */
@Schema(name = "MeasureQuantity")
enum Quantity {
    /** 元 */
    YUAN,
    /** 个 */
    PROJECTS
}
