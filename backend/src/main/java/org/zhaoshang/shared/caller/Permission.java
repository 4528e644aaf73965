package org.zhaoshang.shared.caller;

/** What can be permitted: to a person by role, to an API client by scope. Used in {@code @PermissionsAllowed}. */
public final class Permission {
    public static final String PROJECTS_READ = "projects:read";
    public static final String PROJECTS_WRITE = "projects:write";
    public static final String PROJECTS_SUBMIT = "projects:submit";
    /** Return, accept, publish, archive, reopen, judge duplicates. */
    public static final String PROJECTS_REVIEW = "projects:review";
    /** Give an opinion on a project one is invited to. */
    public static final String PROJECTS_APPRAISE = "projects:appraise";

    public static final String PRICES_READ = "prices:read";
    public static final String PRICES_WRITE = "prices:write";
    public static final String PRICES_SUBMIT = "prices:submit";
    /** Return and accept a unit's report. */
    public static final String PRICES_REVIEW = "prices:review";

    public static final String PREMISES_READ = "premises:read";
    public static final String PREMISES_WRITE = "premises:write";
    /** Publish and take back. */
    public static final String PREMISES_REVIEW = "premises:review";

    public static final String LAND_PARCELS_READ = "land-parcels:read";
    public static final String LAND_PARCELS_WRITE = "land-parcels:write";
    /** Publish and take back. */
    public static final String LAND_PARCELS_REVIEW = "land-parcels:review";

    public static final String MONTHLY_REPORTS_READ = "monthly-reports:read";
    public static final String MONTHLY_REPORTS_WRITE = "monthly-reports:write";
    public static final String MONTHLY_REPORTS_SUBMIT = "monthly-reports:submit";
    /** Return and accept a unit's report, grant more time, close a month. */
    public static final String MONTHLY_REPORTS_REVIEW = "monthly-reports:review";

    /** Set yearly targets, keep the indicators. */
    public static final String TARGETS_WRITE = "targets:write";

    public static final String SIGNED_PROJECTS_READ = "signed-projects:read";
    public static final String SIGNED_PROJECTS_WRITE = "signed-projects:write";
    /** Keep the signing events, judge duplicates, say what does not count. */
    public static final String SIGNED_PROJECTS_REVIEW = "signed-projects:review";

    public static final String RECEIPTS_READ = "receipts:read";
    public static final String RECEIPTS_WRITE = "receipts:write";
    /** Review and recognise amounts, judge proofs that came twice, say what counts. */
    public static final String RECEIPTS_REVIEW = "receipts:review";

    public static final String CALLS_READ = "calls:read";
    public static final String CALLS_WRITE = "calls:write";
    /** The own unit's roster. */
    public static final String UNITS_WRITE = "units:write";

    public static final String ACCOUNTS_READ = "accounts:read";
    public static final String ACCOUNTS_ADMIN = "accounts:admin";
    public static final String SETTINGS_WRITE = "settings:write";
    public static final String AUDIT_READ = "audit:read";
    /** One's own, which every person has. */
    public static final String NOTIFICATIONS_READ = "notifications:read";

    public static final String DASHBOARD_READ = "dashboard:read";

    private Permission() {}
}
