package org.zhaoshang.prices.premises;

/** A line of an export. */
sealed interface ListingLine permits PremisesLine, LandParcelLine {
    ListingMark mark();

    ListingFields fields();
}
