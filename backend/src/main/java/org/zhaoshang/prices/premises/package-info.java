/** Idle premises (闲置厂房) and land parcels (土地载体): what a unit offers investors, how far it got, whether it is still true. */
@NullMarked
package org.zhaoshang.prices.premises;

import org.jspecify.annotations.NullMarked;
