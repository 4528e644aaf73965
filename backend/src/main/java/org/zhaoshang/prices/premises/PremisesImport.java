package org.zhaoshang.prices.premises;

import jakarta.inject.Singleton;
import org.zhaoshang.units.Units;

/** Premises as a kind of upload. */
@Singleton
class PremisesImport extends ListingImport {
    PremisesImport(ListingImportParts parts, ListingCodeNames codes, Units units) {
        super(ListingKind.PREMISES, parts, codes, units);
    }
}
