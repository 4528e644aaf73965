/** Amounts in yuan and shares of them, and how people write and read them. */
@NullMarked
package org.zhaoshang.shared.money;

import org.jspecify.annotations.NullMarked;
