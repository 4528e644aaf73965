package org.zhaoshang.prices.premises;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How premises and parcels are kept fresh in this city. */
@ConfigMapping(prefix = "zhaoshang.listings")
interface ListingSettings {
    /** So many days after its unit last confirmed it a listing counts as verified; a quarter unless set otherwise. */
    @WithDefault("90")
    int verifiedDays();
}
