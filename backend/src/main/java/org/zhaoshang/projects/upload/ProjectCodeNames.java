package org.zhaoshang.projects.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhaoshang.shared.sheet.CodeNames;
import org.zhaoshang.units.GbIndustries;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/** The codes in a project's sheet by what people write: the code, the name, or both as the drop-down shows them. */
@ApplicationScoped
class ProjectCodeNames implements CodeNames {
    private final Units units;
    private final Industries industries;
    private final GbIndustries gbIndustries;

    ProjectCodeNames(Units units, Industries industries, GbIndustries gbIndustries) {
        this.units = units;
        this.industries = industries;
        this.gbIndustries = gbIndustries;
    }

    @Override
    public Optional<String> code(String list, String text) {
        Map<String, String> known = names(list);
        String written = text.strip();
        return Optional.ofNullable(known.get(written))
                .or(() -> Optional.ofNullable(known.get(written.split("\\s+", 2)[0])));
    }

    /** The reporting unit that is meant by its code or its full name; the text itself where it is none. */
    String unit(String text) {
        return units.reporting().stream()
                .filter(unit -> unit.code().equals(text) || unit.name().equals(text))
                .map(Unit::code)
                .findFirst()
                .orElse(text);
    }

    private Map<String, String> names(String list) {
        return switch (list) {
            case "locations" ->
                byCodeAndName(units.locations().stream().map(unit -> Map.entry(unit.code(), unit.name())));
            case "industries" ->
                byCodeAndName(industries.all().stream().map(each -> Map.entry(each.code(), each.name())));
            case "gbIndustries" -> byCodeAndName(gbIndustries.all().entrySet().stream());
            default -> Map.of();
        };
    }

    private static Map<String, String> byCodeAndName(Stream<Map.Entry<String, String>> entries) {
        Map<String, String> codes = new HashMap<>();
        entries.forEach(entry -> {
            codes.put(entry.getKey(), entry.getKey());
            codes.put(entry.getValue(), entry.getKey());
        });
        return codes;
    }
}
