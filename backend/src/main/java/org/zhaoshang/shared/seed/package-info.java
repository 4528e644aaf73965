/** Reference and demonstration data: data files, planted once at start by the features they belong to. */
@NullMarked
package org.zhaoshang.shared.seed;

import org.jspecify.annotations.NullMarked;
