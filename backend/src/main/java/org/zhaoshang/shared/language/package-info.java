/** The two languages the product speaks. */
@NullMarked
package org.zhaoshang.shared.language;

import org.jspecify.annotations.NullMarked;
