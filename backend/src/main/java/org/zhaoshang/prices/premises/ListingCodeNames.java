package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhaoshang.shared.sheet.NamedCodes;
import org.zhaoshang.units.Units;

/** The codes in the sheets of premises and parcels: places, by their names. */
@ApplicationScoped
class ListingCodeNames extends NamedCodes {
    private final Units units;

    ListingCodeNames(Units units) {
        this.units = units;
    }

    @Override
    protected boolean isKnownByName(String list) {
        return true;
    }

    @Override
    protected Map<String, String> names(String list) {
        Map<String, String> names = new LinkedHashMap<>();
        if (list.equals("locations")) {
            units.locations().forEach(unit -> names.put(unit.code(), unit.name()));
        }
        return names;
    }
}
