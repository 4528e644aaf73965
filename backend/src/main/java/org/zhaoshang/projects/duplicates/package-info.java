/** Duplicates in four levels, and a person's verdict on each. */
@NullMarked
package org.zhaoshang.projects.duplicates;

import org.jspecify.annotations.NullMarked;
