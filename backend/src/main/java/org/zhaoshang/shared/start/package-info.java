/** Starting up: one migration at a time, and a failure said in one line that tells what to do. */
@NullMarked
package org.zhaoshang.shared.start;

import org.jspecify.annotations.NullMarked;
