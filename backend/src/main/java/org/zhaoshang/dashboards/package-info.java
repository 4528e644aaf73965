/** Read-only figures over the rest: what is asked of whom, and how far the city is. */
@NullMarked
package org.zhaoshang.dashboards;

import org.jspecify.annotations.NullMarked;
