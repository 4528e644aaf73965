package org.zhaoshang.dispatch;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_REVIEW;
import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_SUBMIT;
import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_WRITE;

import java.util.Locale;
import org.zhaoshang.shared.caller.Caller;

/** What can be done to a unit's report of a month, and by whom. */
enum ReportAction {
    EDIT(MONTHLY_REPORTS_WRITE, true),
    SUBMIT(MONTHLY_REPORTS_SUBMIT, true),
    RETURN(MONTHLY_REPORTS_REVIEW, false),
    ACCEPT(MONTHLY_REPORTS_REVIEW, false),
    EXTEND(MONTHLY_REPORTS_REVIEW, false);

    private final String permission;
    private final boolean ofTheUnit;

    ReportAction(String permission, boolean ofTheUnit) {
        this.permission = permission;
        this.ofTheUnit = ofTheUnit;
    }

    /** The verb in the address. */
    String verb() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isFor(Caller caller, String unitCode) {
        return caller.may(permission) && (!ofTheUnit || caller.belongsTo(unitCode));
    }
}
