/** The one clock and the city's time zone. */
@NullMarked
package org.zhaoshang.shared.time;

import org.jspecify.annotations.NullMarked;
