package org.zhaoshang.units;

/** Fired inside the transaction that changes reference data; the caches clear once it is committed. */
record ReferenceChanged() {}
