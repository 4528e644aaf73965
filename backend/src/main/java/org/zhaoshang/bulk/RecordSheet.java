package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.FormReader;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Justification;
import org.zhaoshang.shared.rules.Rulebook;
import org.zhaoshang.shared.sheet.CodeChoices;
import org.zhaoshang.shared.sheet.Incoming;
import org.zhaoshang.shared.sheet.Template;

/**
 * The sheet of a kind of record that has a cell for each of its fields: in front the code by which a row finds its record, at
 * the end the words of explanation.
 */
public final class RecordSheet {
    private static final Form COLUMNS = Form.load("record-upload");
    private static final String WORDS = "justificationText";
    private static final String JUSTIFICATIONS = "justifications";

    private final Text name;
    private final Form form;
    private final Set<String> areas;
    private final List<String> readOnly;

    /**
     * @param fields of the record
     * @param areas of the rules that are told on the sheet of instructions
     * @param readOnly what a line of the export says beside the fields: it is no one's to write, and comes back with the line
     */
    public RecordSheet(Text name, Form fields, Set<String> areas, List<String> readOnly) {
        this(name, fields, COLUMNS, areas, readOnly);
    }

    /** @param columns in place of lists of records: the code first, the words last, between them lists written in one cell */
    public RecordSheet(Text name, Form fields, Form columns, Set<String> areas, List<String> readOnly) {
        this.name = name;
        this.form = fields.asSheet(columns);
        this.areas = areas;
        this.readOnly = List.copyOf(readOnly);
    }

    public Text name() {
        return name;
    }

    public Template template(CodeChoices choices) {
        return new Template(
                name,
                form,
                choices,
                Rulebook.all().stream()
                        .filter(rule -> areas.contains(rule.area()))
                        .toList());
    }

    /**
     * A record as a row, as an upload reads it.
     *
     * @param document its fields as the contract has them
     */
    public ObjectNode row(String code, ObjectNode document, List<Justification> justifications) {
        ObjectNode row = document.put(ImportKind.CODE, code);
        row.remove(JUSTIFICATIONS);
        return row.put(WORDS, JustificationText.write(justifications));
    }

    /**
     * What a row says, before anything stored is looked at.
     *
     * @param code of the record it stands for, as typed; null for none
     * @param words of explanation; null where the column is absent
     */
    record Said(
            int row,
            @Nullable String code,
            Reading reading,
            @Nullable JustificationText words,
            List<Finding> refused) {
        ObjectNode values() {
            return reading.values();
        }

        @Nullable
        String externalId() {
            JsonNode key = values().path("externalId");
            return key.isTextual() ? key.textValue() : null;
        }
    }

    /** @param reader of the record's fields */
    Said read(Incoming.Row row, Function<ObjectNode, Reading> reader) {
        ObjectNode fields = row.values().deepCopy().remove(readOnly);
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        for (String column : List.of(ImportKind.CODE, WORDS)) {
            JsonNode value = fields.remove(column);
            if (value != null) {
                own.set(column, value);
            }
        }
        Reading columns = new FormReader(COLUMNS, (list, code) -> false).read(own);
        Reading reading = reader.apply(fields);
        List<Finding> refused = new ArrayList<>(row.refused());
        refused.addAll(columns.refused());
        refused.addAll(reading.refused());
        return new Said(
                row.number(),
                text(columns.values(), ImportKind.CODE),
                reading,
                columns.values().has(WORDS)
                        ? JustificationText.read(Objects.requireNonNullElse(text(columns.values(), WORDS), ""))
                        : null,
                refused);
    }

    /** A JSON row as a row of the sheet: what it leaves out is as stored. */
    ObjectNode ofJson(ObjectNode said, @Nullable ObjectNode stored) {
        ObjectNode row = stored == null ? JsonNodeFactory.instance.objectNode() : stored.deepCopy();
        row.setAll(said.deepCopy());
        JsonNode words = row.remove(JUSTIFICATIONS);
        if (words != null) {
            row.put(WORDS, words(words));
        }
        return row;
    }

    /** A list that the form refused stays as it was sent. */
    private static String words(JsonNode list) {
        boolean whole = list.isArray()
                && list.valueStream()
                        .allMatch(entry -> entry.path("rule").isTextual()
                                && entry.path("text").isTextual());
        if (!whole) {
            return list.isNull() ? "" : list.toString();
        }
        return JustificationText.write(list.valueStream()
                .map(entry -> new Justification(
                        entry.path("rule").textValue(), entry.path("text").textValue()))
                .toList());
    }

    /** A finding on the list of words at the column that it is in. */
    static Finding atColumn(Finding finding) {
        return finding.pointer().startsWith("/" + JUSTIFICATIONS)
                ? new Finding(finding.rule(), "/" + WORDS, finding.params())
                : finding;
    }

    private static @Nullable String text(ObjectNode values, String name) {
        JsonNode value = values.path(name);
        return value.isTextual() ? value.textValue() : null;
    }
}
