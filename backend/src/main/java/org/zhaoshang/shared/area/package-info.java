/** Areas in mu, square metres and hectares. */
@NullMarked
package org.zhaoshang.shared.area;

import org.jspecify.annotations.NullMarked;
