package org.zhaoshang.bulk;

/** What a rejected row means for the others. */
enum ImportMode {
    /** The good rows are stored. */
    PARTIAL,
    /** All rows are stored or none. */
    ATOMIC
}
