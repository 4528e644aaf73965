package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhaoshang.shared.sheet.NamedCodes;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Units;

/** The codes in the sheet of signed projects: places and events, by their names, industries by both. */
@ApplicationScoped
public class SigningCodeNames extends NamedCodes {
    private final Units units;
    private final Industries industries;
    private final SigningEvents events;

    SigningCodeNames(Units units, Industries industries, SigningEvents events) {
        this.units = units;
        this.industries = industries;
        this.events = events;
    }

    @Override
    protected boolean isKnownByName(String list) {
        return list.equals("locations");
    }

    @Override
    protected Map<String, String> names(String list) {
        Map<String, String> names = new LinkedHashMap<>();
        switch (list) {
            case "locations" -> units.locations().forEach(unit -> names.put(unit.code(), unit.name()));
            case "industries" -> industries.all().forEach(industry -> names.put(industry.code(), industry.name()));
            case "events" -> names.putAll(events.remembered());
            default -> {}
        }
        return names;
    }
}
