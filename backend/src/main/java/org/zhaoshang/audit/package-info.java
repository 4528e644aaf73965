/** Who changed which field when and why; written in the transaction of the change, never after it. */
@NullMarked
package org.zhaoshang.audit;

import org.jspecify.annotations.NullMarked;
