/** Rules with their texts as data, the findings they give and the words that justify them. */
@NullMarked
package org.zhaoshang.shared.rules;

import org.jspecify.annotations.NullMarked;
