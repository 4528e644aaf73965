package org.zhaoshang.dispatch.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhaoshang.shared.fields.CodeList;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.sheet.NamedCodes;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/** What a target can be set for: the city and its reporting units, and the indicators that are no rates. */
@ApplicationScoped
class TargetCodes extends NamedCodes implements CodeList {
    private final Units units;
    private final Indicators indicators;
    private final CurrentLanguage language;

    TargetCodes(Units units, Indicators indicators, CurrentLanguage language) {
        this.units = units;
        this.indicators = indicators;
        this.language = language;
    }

    @Override
    public boolean has(String list, String code) {
        return names(list).containsKey(code);
    }

    @Override
    protected boolean isKnownByName(String list) {
        return true;
    }

    @Override
    protected Map<String, String> names(String list) {
        Map<String, String> names = new LinkedHashMap<>();
        if (list.equals("target-units")) {
            units.all().stream()
                    .filter(unit -> unit.kind() == Unit.Kind.CITY || unit.reports())
                    .forEach(unit -> names.put(unit.code(), unit.name()));
        } else {
            indicators
                    .ofTargets()
                    .forEach(indicator -> names.put(
                            indicator.code(), indicator.fields().named().in(language.get())));
        }
        return names;
    }

    /** The city as a whole. */
    Unit city() {
        return units.all().stream()
                .filter(unit -> unit.kind() == Unit.Kind.CITY)
                .findFirst()
                .orElseThrow();
    }
}
