package org.zhaoshang.shared.fields;

/** Whether a form expects a value; saving asks for none, submitting asks for the required ones. */
public enum Necessity {
    REQUIRED,
    RECOMMENDED,
    OPTIONAL,
    /** Filled in by the product when left out. */
    SYSTEM
}
