package org.zhaoshang.shared.fields;

/** What kind of value a field takes. */
public enum Type {
    TEXT,
    LONG_TEXT,
    /** A list of short texts, each once. */
    TEXTS,
    /** Yuan: not negative, at most two decimals, below 10^15. */
    MONEY,
    /** Not negative, at most four decimals, below 10^12. */
    DECIMAL,
    /** A price for one unit of measure: not negative, at most eight decimals, below 10^12. */
    PRICE,
    /** Not negative, at most the field's maximum. */
    INTEGER,
    /** A number, or bounds in words as {@link Bounds} reads them; kept as written. */
    BOUNDS,
    /** Degrees between minus and plus the field's maximum, at most six decimals. */
    COORDINATE,
    /** A day, {@code 2021-04-10}. */
    DATE,
    BOOLEAN,
    /** One of the field's options. */
    ENUM,
    ENUMS,
    /** One of a list of codes kept elsewhere. */
    CODE,
    CODES,
    /** A list of small records with fields of their own. */
    OBJECTS
}
