package org.zhaoshang.shared.seed;

/**
 * Data that a feature brings along. Every bean of this type is planted at each start, after the migrations, in the order
 * of {@link #order}, all in one transaction and by one server at a time. Planting again changes nothing and audits nothing.
 */
public interface Seed {
    /** Reference data: units, industries. */
    int REFERENCE = 100;
    /** What rests on reference data: calls. */
    int CALLS = 200;
    /** People and clients of the demonstration. */
    int ACCOUNTS = 300;
    /** What people did in the demonstration. */
    int PROJECTS = 400;

    /** Where in the row; one of the constants above, plus a little for a second seed of one feature. */
    int order();

    /** Whether it is planted only where {@code zhaoshang.demonstration} is on. */
    default boolean forDemonstration() {
        return false;
    }

    /** Runs inside a transaction; what it changes it audits as {@code Caller.SYSTEM}. */
    void plant();
}
