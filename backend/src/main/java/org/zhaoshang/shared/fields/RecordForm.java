package org.zhaoshang.shared.fields;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/**
 * A form between JSON and the record of its fields: reads strictly, merges patches, writes back. Saving asks for the name
 * alone; what else is missing is for the rules to say.
 *
 * @param <T> a record with the form's fields, by their names
 */
public final class RecordForm<T> {
    private static final Text FIXED = new Text("创建后不能更改", "can not be changed after creation");

    private final Form form;
    private final FormReader reader;
    private final ObjectMapper json;
    private final Class<T> type;
    private final String name;
    private final Set<String> fixed;

    /**
     * @param name the field without which nothing is saved
     * @param fixed fields that never change after creation
     */
    public RecordForm(Form form, CodeList codes, ObjectMapper json, Class<T> type, String name, Set<String> fixed) {
        this.form = form;
        this.reader = new FormReader(form, codes);
        this.json = json;
        this.type = type;
        this.name = name;
        this.fixed = Set.copyOf(fixed);
    }

    public Form form() {
        return form;
    }

    public Reading read(@Nullable JsonNode input) {
        return reader.read(input);
    }

    /**
     * The fields of a new record.
     *
     * @param unitCode whose it is, named in the input or not
     * @throws Problem 400 with every value that can not be stored, or without a name
     */
    public T create(Reading reading, String unitCode) {
        List<Finding> refused = new ArrayList<>(reading.refused());
        unnamed(reading).forEach(refused::add);
        refuse(refused);
        return fields(reading.values().deepCopy().put("unitCode", unitCode));
    }

    /** The finding on an input without a name; none where the name was refused already. */
    public List<Finding> unnamed(Reading reading) {
        String pointer = "/" + name;
        return reading.values().hasNonNull(name)
                        || reading.refused().stream()
                                .anyMatch(finding -> finding.pointer().equals(pointer))
                ? List.of()
                : List.of(Finding.of(
                        "REQUIRED", pointer, Map.of("label", form.field(name).label())));
    }

    /**
     * RFC 7396 on the present fields.
     *
     * @throws Problem 400 for what can not be stored
     */
    public T merge(T present, Reading patch) {
        List<Finding> refused = new ArrayList<>(patch.refused());
        ObjectNode merged = document(present);
        patch.values().properties().forEach(change -> {
            String pointer = "/" + change.getKey();
            if (same(merged.path(change.getKey()), change.getValue())) {
                return;
            }
            Text label = form.label(pointer);
            if (fixed.contains(change.getKey())) {
                refused.add(Finding.of("FORMAT", pointer, Map.of("label", label, "problem", FIXED)));
            } else if (change.getKey().equals(name) && change.getValue().isNull()) {
                refused.add(Finding.of("REQUIRED", pointer, Map.of("label", label)));
            }
        });
        refuse(refused);
        merged.setAll(patch.values());
        return fields(merged);
    }

    public ObjectNode document(Object fields) {
        return json.valueToTree(fields);
    }

    /** Reading has refused everything that does not fit, so a failure here is ours. */
    public T fields(ObjectNode values) {
        try {
            return json.treeToValue(values, type);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("the form accepted what the record refuses", unexpected);
        }
    }

    private static boolean same(JsonNode present, JsonNode wanted) {
        if (present.isNumber() && wanted.isNumber()) {
            return present.decimalValue().compareTo(wanted.decimalValue()) == 0;
        }
        boolean nothing = wanted.isNull()
                && (present.isMissingNode() || present.isNull() || present.isArray() && present.isEmpty());
        return nothing || present.equals(wanted);
    }

    private static void refuse(List<Finding> refused) {
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
    }
}
