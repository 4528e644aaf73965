package org.zhaoshang.shared.files;

import java.util.Collection;
import java.util.Set;

/** A feature whose records refer to files. A file that no owner knows is swept away. */
public interface FileOwner {
    /** Those of the hashes that some record refers to. */
    Set<String> known(Collection<String> hashes);
}
