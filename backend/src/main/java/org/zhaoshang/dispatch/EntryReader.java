package org.zhaoshang.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.FormReader;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.signing.Stage;

/** Reads what someone writes in a project's row: strict, a merge patch on what is there. */
final class EntryReader {
    static final int MOST = 1000;
    static final Form PERMIT_FORM = Form.load("permit-checklist");
    private static final String VERSION = "version";
    private static final String PERMITS = "permits";
    private static final Text PERMITS_LABEL = new Text("手续清单", "Checklist of permits");
    private static final Text NOT_VERSION = new Text("应为整数", "must be a whole number");
    private static final Text NOT_OBJECT = new Text("应为对象", "must be an object");
    private static final Text REDUCTION =
            new Text("不能为负数；冲减请在月度关闭后登记调减单", "must not be negative: record an adjustment once the month is closed");

    private final ObjectMapper json;
    private final FormReader rows = new FormReader(EntryRules.FORM, (list, code) -> false);
    private final FormReader permits = new FormReader(PERMIT_FORM, (list, code) -> false);

    EntryReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * One row as it was sent.
     *
     * @param project code or own key; empty where it is missing
     * @param version as its writer saw it; null for whatever it is
     * @param values that are to be stored
     */
    record Row(String project, @Nullable Long version, ObjectNode values, List<Finding> refused) {}

    Row read(JsonNode sent) {
        List<Finding> refused = new ArrayList<>();
        if (!sent.isObject()) {
            return new Row(
                    "",
                    null,
                    JsonNodeFactory.instance.objectNode(),
                    rows.read(sent).refused());
        }
        ObjectNode row = sent.deepCopy();
        JsonNode version = row.remove(VERSION);
        boolean versioned = version != null && !version.isNull();
        if (versioned && !(version.isIntegralNumber() && version.canConvertToLong())) {
            refused.add(Finding.of("FORMAT", "/version", Map.of("label", VERSION, "problem", NOT_VERSION)));
            versioned = false;
        }
        JsonNode checklist = row.remove(PERMITS);
        Reading reading = rows.read(row);
        reading.refused().stream().map(finding -> explained(finding, sent)).forEach(refused::add);
        ObjectNode values = reading.values();
        JsonNode project = values.remove("signedProject");
        if (checklist != null) {
            Reading read = permits.read(checklist.isNull() ? JsonNodeFactory.instance.objectNode() : checklist);
            if (!checklist.isNull() && !checklist.isObject()) {
                refused.add(Finding.of("FORMAT", "/permits", Map.of("label", PERMITS_LABEL, "problem", NOT_OBJECT)));
            } else {
                read.refused()
                        .forEach(finding -> refused.add(
                                Finding.of(finding.rule(), "/permits" + finding.pointer(), finding.params())));
            }
            values.set(PERMITS, read.values());
        }
        if (project == null || project.isNull()) {
            refused.add(Finding.of(
                    "REQUIRED",
                    "/signedProject",
                    Map.of("label", EntryRules.FORM.field("signedProject").label())));
        }
        return new Row(
                project == null || project.isNull() ? "" : project.textValue(),
                versioned ? version.longValue() : null,
                values,
                List.copyOf(refused));
    }

    /** A reduction or a merger is no slip of the keyboard: its writer learns the way that there is for it. */
    private static Finding explained(Finding finding, JsonNode sent) {
        if (finding.pointer().equals("/stage") && sent.path("stage").asText().equals(Stage.MERGED.name())) {
            return Finding.of("STATE", "/stage", Map.of("problem", EntryRules.MERGER));
        }
        JsonNode invested = sent.path("completedInvestmentYuan");
        return finding.pointer().equals("/completedInvestmentYuan")
                        && invested.isNumber()
                        && invested.decimalValue().signum() < 0
                ? Finding.of(
                        "FORMAT",
                        finding.pointer(),
                        Map.of(
                                "label",
                                EntryRules.FORM.field("completedInvestmentYuan").label(),
                                "problem",
                                REDUCTION))
                : finding;
    }

    /** The row with what was sent on it; null clears. */
    EntryFields merge(EntryFields present, ObjectNode values) {
        ObjectNode merged = json.valueToTree(present);
        values.properties().forEach(change -> {
            if (change.getKey().equals(PERMITS)
                    && merged.path(PERMITS).isObject()
                    && !change.getValue().isEmpty()) {
                ((ObjectNode) merged.get(PERMITS)).setAll((ObjectNode) change.getValue());
            } else {
                merged.set(change.getKey(), change.getValue());
            }
        });
        if (!merged.hasNonNull("stage")) {
            merged.put("stage", present.stage().name());
        }
        if (merged.get(PERMITS) instanceof ObjectNode checklist) {
            checklist.properties().removeIf(permit -> permit.getValue().isNull());
        }
        try {
            return json.treeToValue(merged, EntryFields.class);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("the form accepted what the row refuses", unexpected);
        }
    }
}
