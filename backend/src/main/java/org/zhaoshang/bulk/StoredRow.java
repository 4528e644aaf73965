package org.zhaoshang.bulk;

import java.util.UUID;

/** A stored record that an upload writes. */
public interface StoredRow<F> {
    UUID id();

    long version();

    String code();

    F fields();
}
