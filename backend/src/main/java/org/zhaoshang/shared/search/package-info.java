/** Substring search in Chinese from two characters, by stored bigrams. */
@NullMarked
package org.zhaoshang.shared.search;

import org.jspecify.annotations.NullMarked;
