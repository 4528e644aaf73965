/** What goes with the steps of a record's life: the words, and why it went back. */
@NullMarked
package org.zhaoshang.shared.steps;

import org.jspecify.annotations.NullMarked;
