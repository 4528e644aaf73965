package org.zhaoshang.projects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Principles;
import org.zhaoshang.shared.fields.CodeList;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.FormReader;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.units.GbIndustries;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Units;

/** Form A between JSON and {@link ProjectFields}: reads strictly, merges patches, writes back. */
@ApplicationScoped
public class ProjectForm {
    public static final Form FORM = Form.load("project");
    private static final Text FIXED = new Text("创建后不能更改", "can not be changed after creation");

    private final ObjectMapper json;
    private final FormReader reader;

    ProjectForm(ObjectMapper json, Units units, Industries industries, GbIndustries gbIndustries) {
        this.json = json;
        CodeList codes = (list, code) -> switch (list) {
            case "locations" -> units.isLocation(code);
            case "industries" -> industries.byCode(code).isPresent();
            case "gbIndustries" -> gbIndustries.exists(code);
            case "principles" -> Principles.byCode(code).isPresent();
            default -> throw new IllegalArgumentException(list);
        };
        this.reader = new FormReader(FORM, codes);
    }

    public Reading read(@Nullable JsonNode input) {
        return reader.read(input);
    }

    /**
     * The fields of a new project.
     *
     * @throws Problem 400 with every value that can not be stored, or without a name
     */
    public ProjectFields create(Reading reading, int callYear, String unitCode) {
        List<Finding> refused = new ArrayList<>(reading.refused());
        if (!reading.values().hasNonNull("name")
                && refused.stream().noneMatch(finding -> finding.pointer().equals("/name"))) {
            refused.add(Finding.of(
                    "REQUIRED", "/name", Map.of("label", FORM.field("name").label())));
        }
        refuse(refused);
        return fields(reading.values().deepCopy().put("callYear", callYear).put("unitCode", unitCode));
    }

    /**
     * RFC 7396 on the present fields.
     *
     * @param editable the pointers that may change; null for all
     * @throws Problem 400 for what can not be stored, 409 for fields that are not open
     */
    public ProjectFields merge(ProjectFields present, Reading patch, java.util.@Nullable Set<String> editable) {
        List<Finding> refused = new ArrayList<>(patch.refused());
        ObjectNode merged = document(present);
        ObjectNode values = patch.values();
        values.properties().forEach(change -> {
            String pointer = "/" + change.getKey();
            if (same(merged.path(change.getKey()), change.getValue())) {
                return;
            }
            Text label = FORM.label(pointer);
            if (pointer.equals("/callYear") || pointer.equals("/unitCode")) {
                refused.add(Finding.of("FORMAT", pointer, Map.of("label", label, "problem", FIXED)));
            } else if (pointer.equals("/name") && change.getValue().isNull()) {
                refused.add(Finding.of("REQUIRED", pointer, Map.of("label", label)));
            }
        });
        refuse(refused);
        List<Finding> closed = new ArrayList<>();
        values.properties().forEach(change -> {
            String pointer = "/" + change.getKey();
            if (editable != null
                    && !editable.contains(pointer)
                    && !same(merged.path(change.getKey()), change.getValue())) {
                Text label = FORM.label(pointer);
                closed.add(Finding.of(
                        "STATE",
                        pointer,
                        Map.of(
                                "problem",
                                new Text(
                                        "“" + label.zh() + "”没有被退回，不能修改",
                                        label.en() + " was not returned and can not be changed"))));
            }
        });
        if (!closed.isEmpty()) {
            throw Problem.conflict(new Text("只能修改退回的字段", "Only the returned fields can be changed"), closed);
        }
        merged.setAll(values);
        return fields(merged);
    }

    public ObjectNode document(ProjectFields fields) {
        return json.valueToTree(fields);
    }

    /** The fields of a document that the trail kept, which holds more than they. */
    ProjectFields kept(JsonNode document) {
        ObjectNode values = document.deepCopy();
        return fields(values.retain(FORM.fields().stream().map(Field::name).toList()));
    }

    /** Reading has refused everything that does not fit, so a failure here is ours. */
    public ProjectFields fields(ObjectNode values) {
        try {
            return json.treeToValue(values, ProjectFields.class);
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
