/** The monthly dispatch (月调度): months open and close by themselves, units report, timeliness is measured by the first report. */
@NullMarked
package org.zhaoshang.dispatch;

import org.jspecify.annotations.NullMarked;
