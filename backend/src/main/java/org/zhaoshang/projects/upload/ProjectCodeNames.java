package org.zhaoshang.projects.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhaoshang.shared.sheet.NamedCodes;
import org.zhaoshang.units.GbIndustries;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Units;

/** The codes in a project's sheet. */
@ApplicationScoped
public class ProjectCodeNames extends NamedCodes {
    private final Units units;
    private final Industries industries;
    private final GbIndustries gbIndustries;

    ProjectCodeNames(Units units, Industries industries, GbIndustries gbIndustries) {
        this.units = units;
        this.industries = industries;
        this.gbIndustries = gbIndustries;
    }

    /** Places are known by their names; an industry is looked up by its number in the list of the call. */
    @Override
    protected boolean isKnownByName(String list) {
        return list.equals("locations");
    }

    @Override
    protected Map<String, String> names(String list) {
        Map<String, String> names = new LinkedHashMap<>();
        switch (list) {
            case "locations" -> units.locations().forEach(unit -> names.put(unit.code(), unit.name()));
            case "industries" -> industries.all().forEach(each -> names.put(each.code(), each.name()));
            case "gbIndustries" -> names.putAll(gbIndustries.all());
            default -> {}
        }
        return names;
    }
}
