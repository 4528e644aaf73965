package org.zhaoshang.calls;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhaoshang.shared.fields.CodeList;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Units;

/** The lists that a call's forms refer to. */
@ApplicationScoped
class CallCodes implements CodeList {
    private final Units units;
    private final Industries industries;

    CallCodes(Units units, Industries industries) {
        this.units = units;
        this.industries = industries;
    }

    @Override
    public boolean has(String list, String code) {
        return switch (list) {
            case "reportingUnits" -> units.reports(code);
            case "industries" -> industries.byCode(code).isPresent();
            case "principles" -> Principles.byCode(code).isPresent();
            default -> throw new IllegalArgumentException("no code list " + list);
        };
    }
}
