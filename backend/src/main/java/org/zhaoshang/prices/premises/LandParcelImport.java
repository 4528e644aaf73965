package org.zhaoshang.prices.premises;

import jakarta.inject.Singleton;
import org.zhaoshang.units.Units;

/** Land parcels as a kind of upload. */
@Singleton
class LandParcelImport extends ListingImport {
    LandParcelImport(ListingImportParts parts, ListingCodeNames codes, Units units) {
        super(ListingKind.LAND_PARCEL, parts, codes, units);
    }

    @Override
    public String nameField() {
        return "parcelNo";
    }
}
