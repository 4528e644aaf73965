/** Which two records look like one (判重), in four levels, and what a person finds of a pair. */
@NullMarked
package org.zhaoshang.shared.duplicates;

import org.jspecify.annotations.NullMarked;
