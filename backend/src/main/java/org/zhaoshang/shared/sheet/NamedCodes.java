package org.zhaoshang.shared.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The codes in the sheets of a feature and what people write for them: the code, the name, or both as the drop-down shows them. */
public abstract class NamedCodes implements CodeNames, CodeChoices {
    private static final Pattern SEVERAL = Pattern.compile("[、，,;；|｜\\n]");

    /** The codes of a list with their names, in the order of the list; empty for a list that is not known. */
    protected abstract Map<String, String> names(String list);

    /** Whether people know the list's entries by their names alone. */
    protected abstract boolean isKnownByName(String list);

    @Override
    public Optional<String> code(String list, String text) {
        return code(known(list), text);
    }

    @Override
    public CodeNames forOneFile() {
        Map<String, Map<String, String>> lists = new HashMap<>();
        return (list, text) -> code(lists.computeIfAbsent(list, this::known), text);
    }

    /** What people write, with the code that it means. */
    private Map<String, String> known(String list) {
        Map<String, String> known = new HashMap<>();
        names(list).forEach((code, name) -> {
            known.put(code, code);
            known.put(name, code);
            known.put(label(list, code, name), code);
        });
        return known;
    }

    private static Optional<String> code(Map<String, String> known, String text) {
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

    private String label(String list, String code, String name) {
        return isKnownByName(list) ? name : code + " " + name;
    }
}
