package org.zhaoshang.prices;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhaoshang.shared.sheet.NamedCodes;

/** The items in a price's sheet, by their Chinese names. */
@ApplicationScoped
class PriceCodeNames extends NamedCodes {
    @Override
    protected boolean isKnownByName(String list) {
        return true;
    }

    @Override
    protected Map<String, String> names(String list) {
        Map<String, String> names = new LinkedHashMap<>();
        if (list.equals("factorItems")) {
            FactorItems.all().forEach(item -> names.put(item.code(), item.name().zh()));
        }
        return names;
    }
}
