package org.zhaoshang.audit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.seed.DataFile;

/**
 * Names the fields of an entry as people know them: by the form of the subject, {@code data/<kind>-fields.csv}, and for
 * what no form asks for, such as states, by {@code data/trail-labels.csv}.
 */
public final class FieldLabels {
    private static final Map<String, Text> BESIDE_FORMS = DataFile.rows("trail-labels.csv").stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> row.getField("name"), row -> new Text(row.getField("label_zh"), row.getField("label_en"))));

    private static final Map<String, Optional<Form>> FORMS = new ConcurrentHashMap<>();

    private FieldLabels() {}

    /**
     * @param subjectKind as {@link Subject} has it
     * @param pointer of a first-level member
     * @return the pointer itself where it has no name
     */
    public static Text of(String subjectKind, String pointer) {
        String name = pointer.substring(1);
        return FORMS.computeIfAbsent(subjectKind, FieldLabels::form)
                .map(form -> form.find(name))
                .map(Field::label)
                .orElseGet(() -> BESIDE_FORMS.getOrDefault(name, new Text(pointer, pointer)));
    }

    private static Optional<Form> form(String kind) {
        boolean kept = FieldLabels.class.getResource("/data/" + kind + "-fields.csv") != null;
        return kept ? Optional.of(Form.load(kind)) : Optional.empty();
    }
}
