/** Many rows at once into one table. */
@NullMarked
package org.zhaoshang.shared.copy;

import org.jspecify.annotations.NullMarked;
