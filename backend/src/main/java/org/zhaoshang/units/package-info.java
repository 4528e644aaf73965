/** Units, parks, industries and rosters: the reference data that everything else names by code. */
@NullMarked
package org.zhaoshang.units;

import org.jspecify.annotations.NullMarked;
