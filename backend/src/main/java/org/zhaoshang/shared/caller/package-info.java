/** Who calls, what they may do, and the one predicate that decides which rows they see. */
@NullMarked
package org.zhaoshang.shared.caller;

import org.jspecify.annotations.NullMarked;
