/** A library of any size, and what the product makes of it beside what the database itself can deliver. */
@NullMarked
package org.zhaoshang.bench;

import org.jspecify.annotations.NullMarked;
