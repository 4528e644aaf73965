package org.zhaoshang.prices;

import java.util.Locale;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;

/** What can be done to a unit's report of a year, and by whom. */
enum ReportAction {
    CARRY_FORWARD(Permission.PRICES_WRITE),
    SUBMIT(Permission.PRICES_SUBMIT),
    RETURN(Permission.PRICES_REVIEW),
    ACCEPT(Permission.PRICES_REVIEW);

    private final String permission;

    ReportAction(String permission) {
        this.permission = permission;
    }

    /** The verb in the address. */
    String verb() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isFor(Caller caller, String unitCode) {
        boolean units = this == CARRY_FORWARD || this == SUBMIT;
        return caller.may(permission) && (!units || caller.belongsTo(unitCode));
    }
}
