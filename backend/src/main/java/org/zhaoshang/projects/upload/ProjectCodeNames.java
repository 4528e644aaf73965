package org.zhaoshang.projects.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhaoshang.shared.sheet.CodeChoices;
import org.zhaoshang.shared.sheet.CodeNames;
import org.zhaoshang.units.GbIndustries;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/** The codes in a project's sheet and what people write for them: the code, the name, or both as the drop-down shows them. */
@ApplicationScoped
public class ProjectCodeNames implements CodeNames, CodeChoices {
    private static final Pattern SEVERAL = Pattern.compile("[、，,;；|｜\\n]");

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
        Map<String, String> known = new HashMap<>();
        names(list).forEach((code, name) -> {
            known.put(code, code);
            known.put(name, code);
            known.put(label(list, code, name), code);
        });
        String written = text.strip();
        return Optional.ofNullable(known.get(written)).or(() -> {
            String[] words = written.split("\\s+", 2);
            // A second code behind the first is not to be lost: “3.3 新材料、1.5 氢能产业” are two.
            return words.length == 2 && SEVERAL.matcher(words[1]).find()
                    ? Optional.empty()
                    : Optional.ofNullable(known.get(words[0]));
        });
    }

    @Override
    public List<Choice> of(String list) {
        return names(list).entrySet().stream()
                .map(entry -> new Choice(entry.getKey(), label(list, entry.getKey(), entry.getValue())))
                .toList();
    }

    /** The code as the drop-down shows it; the code itself where the list does not have it. */
    public String label(String list, String code) {
        String name = names(list).get(code);
        return name == null ? code : label(list, code, name);
    }

    /** Places are known by their names; an industry is looked up by its number in the list of the call. */
    private static String label(String list, String code, String name) {
        return list.equals("locations") ? name : code + " " + name;
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
