package org.zhaoshang.prices.premises;

import java.util.EnumSet;
import java.util.Set;
import org.zhaoshang.shared.language.Text;

/** Where premises or a parcel stand in their life. IDLE and REUSED are of premises, AVAILABLE and GRANTED of parcels. */
public enum ListingState {
    IDLE("闲置", "Idle"),
    AVAILABLE("可供", "Available"),
    IN_TALKS("洽谈中", "In talks"),
    REUSED("已盘活", "Reused"),
    GRANTED("已出让", "Granted"),
    WITHDRAWN("停用", "Withdrawn");

    /** To be had: what an investor may still ask for. */
    public static final Set<ListingState> ON_OFFER = Set.copyOf(EnumSet.of(IDLE, AVAILABLE, IN_TALKS));

    private final Text label;

    ListingState(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
