/** Files of a record: recognised by content, streamed to disk, addressed by their hash. */
@NullMarked
package org.zhaoshang.shared.files;

import org.jspecify.annotations.NullMarked;
