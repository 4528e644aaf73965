package org.zhaoshang.shared.caller;

import static org.zhaoshang.shared.caller.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** The parties of the domain and what each may do; the one list of grants to people. */
public enum Role {
    /** 填报人 */
    REPORTER(
            PROJECTS_READ,
            PROJECTS_WRITE,
            PROJECTS_SUBMIT,
            PRICES_READ,
            PRICES_WRITE,
            PRICES_SUBMIT,
            PREMISES_READ,
            PREMISES_WRITE,
            LAND_PARCELS_READ,
            LAND_PARCELS_WRITE,
            MONTHLY_REPORTS_READ,
            MONTHLY_REPORTS_WRITE,
            MONTHLY_REPORTS_SUBMIT,
            SIGNED_PROJECTS_READ,
            SIGNED_PROJECTS_WRITE,
            RECEIPTS_READ,
            RECEIPTS_WRITE,
            CALLS_READ,
            UNITS_WRITE,
            DASHBOARD_READ,
            NOTIFICATIONS_READ),
    /** 分管领导 */
    UNIT_LEAD(
            PROJECTS_READ,
            PROJECTS_WRITE,
            PROJECTS_SUBMIT,
            PRICES_READ,
            PRICES_WRITE,
            PRICES_SUBMIT,
            PREMISES_READ,
            PREMISES_WRITE,
            LAND_PARCELS_READ,
            LAND_PARCELS_WRITE,
            MONTHLY_REPORTS_READ,
            MONTHLY_REPORTS_WRITE,
            MONTHLY_REPORTS_SUBMIT,
            SIGNED_PROJECTS_READ,
            SIGNED_PROJECTS_WRITE,
            RECEIPTS_READ,
            RECEIPTS_WRITE,
            CALLS_READ,
            UNITS_WRITE,
            DASHBOARD_READ,
            NOTIFICATIONS_READ),
    /** 市商务局 */
    BUREAU(
            PROJECTS_READ,
            PROJECTS_REVIEW,
            PRICES_READ,
            PRICES_REVIEW,
            PREMISES_READ,
            PREMISES_REVIEW,
            LAND_PARCELS_READ,
            LAND_PARCELS_REVIEW,
            MONTHLY_REPORTS_READ,
            MONTHLY_REPORTS_REVIEW,
            TARGETS_WRITE,
            SIGNED_PROJECTS_READ,
            SIGNED_PROJECTS_REVIEW,
            RECEIPTS_READ,
            RECEIPTS_REVIEW,
            CALLS_READ,
            CALLS_WRITE,
            DASHBOARD_READ,
            NOTIFICATIONS_READ),
    /** 市领导 */
    LEADER(
            PROJECTS_READ,
            PRICES_READ,
            PREMISES_READ,
            LAND_PARCELS_READ,
            MONTHLY_REPORTS_READ,
            SIGNED_PROJECTS_READ,
            RECEIPTS_READ,
            CALLS_READ,
            DASHBOARD_READ,
            NOTIFICATIONS_READ),
    /** 专家、部门 */
    EXPERT(PROJECTS_READ, PROJECTS_APPRAISE, DASHBOARD_READ, NOTIFICATIONS_READ),
    /** 系统管理员: accounts and settings, no business rows */
    ADMIN(ACCOUNTS_READ, ACCOUNTS_ADMIN, SETTINGS_WRITE, DASHBOARD_READ, NOTIFICATIONS_READ),
    /** 审计员: reads everything, writes nothing */
    AUDITOR(
            PROJECTS_READ,
            PRICES_READ,
            PREMISES_READ,
            LAND_PARCELS_READ,
            MONTHLY_REPORTS_READ,
            SIGNED_PROJECTS_READ,
            RECEIPTS_READ,
            CALLS_READ,
            ACCOUNTS_READ,
            AUDIT_READ,
            DASHBOARD_READ,
            NOTIFICATIONS_READ);

    private final Set<String> permissions;

    Role(String... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<String> permissions() {
        return permissions;
    }

    /** Roles that belong to one reporting unit. */
    public static final Set<Role> OF_A_UNIT = Set.copyOf(EnumSet.of(REPORTER, UNIT_LEAD));
}
