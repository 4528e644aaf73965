package org.zhaoshang.prices;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.language.Text;

/** Where a price, or a unit's report of a year, stands. */
@Schema(name = "PriceState")
public enum PriceState {
    DRAFT(new Text("草稿", "Draft")),
    SUBMITTED(new Text("已报送", "Submitted")),
    RETURNED(new Text("已退回", "Returned")),
    ACCEPTED(new Text("已审核", "Accepted"));

    private final Text label;

    PriceState(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }

    /** Whether the unit writes it. */
    boolean isOpen() {
        return this == DRAFT || this == RETURNED;
    }
}
