package org.zhaoshang.portal;

/** A kind of record that the public sees: each has a table of what is public and one of what left, numbered by one feed. */
enum PublicKind {
    PROJECTS("projects", "public_projects", "public_project_removals"),
    PREMISES("premises", "public_premises", "public_premises_removals"),
    FACTOR_PRICES("factor-prices", "public_factor_prices", "public_factor_price_removals"),
    LAND_PARCELS("land-parcels", "public_land_parcels", "public_land_parcel_removals");

    private final String path;
    private final String table;
    private final String removals;

    PublicKind(String path, String table, String removals) {
        this.path = path;
        this.table = table;
        this.removals = removals;
    }

    /** As in the address, and the name of its files. */
    String path() {
        return path;
    }

    /** Has at least id, seq, document, published_at and updated_at. */
    String table() {
        return table;
    }

    /** Has id, seq, reason, merged_into and at. */
    String removals() {
        return removals;
    }
}
