/** What the bureau does with a submitted project: compare, return by field, accept, publish. */
@NullMarked
package org.zhaoshang.projects.review;

import org.jspecify.annotations.NullMarked;
