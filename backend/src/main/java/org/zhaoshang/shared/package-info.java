/** Words without business meaning that every feature may use, one topic a sub-package. */
@NullMarked
package org.zhaoshang.shared;

import org.jspecify.annotations.NullMarked;
