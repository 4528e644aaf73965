/** Signing events and signed projects (签约活动、签约项目): what was signed where, what each event is credited with, how far each project got. */
@NullMarked
package org.zhaoshang.signing;

import org.jspecify.annotations.NullMarked;
