/** Factor prices (生产要素价格): items as data, prices with validity, a unit's yearly report, comparison and cost. */
@NullMarked
package org.zhaoshang.prices;

import org.jspecify.annotations.NullMarked;
