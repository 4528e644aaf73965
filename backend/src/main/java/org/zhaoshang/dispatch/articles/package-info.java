/** What units write for the brief (简报稿件): the texts of their reports, offered with each submission and chosen by the bureau. */
@NullMarked
package org.zhaoshang.dispatch.articles;

import org.jspecify.annotations.NullMarked;
