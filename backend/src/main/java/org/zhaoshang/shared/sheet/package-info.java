/** Tables in and out. */
@NullMarked
package org.zhaoshang.shared.sheet;

import org.jspecify.annotations.NullMarked;
