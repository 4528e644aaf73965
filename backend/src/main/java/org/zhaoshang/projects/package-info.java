/** The reserve library: projects worth promoting, from the unit's draft to the signed project. */
@NullMarked
package org.zhaoshang.projects;

import org.jspecify.annotations.NullMarked;
