/** The yearly call (征集): its window, deadline, extensions, quotas, and how far each unit is. */
@NullMarked
package org.zhaoshang.calls;

import org.jspecify.annotations.NullMarked;
