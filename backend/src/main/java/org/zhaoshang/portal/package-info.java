/** What anyone may read: the public lists, for people and for other portals. */
@NullMarked
package org.zhaoshang.portal;

import org.jspecify.annotations.NullMarked;
