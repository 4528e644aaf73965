package org.zhaoshang.shared.fields;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.rules.Finding;

/** A request body read by its form: strict, whole or not at all, every mistake named at once. */
public final class Body {
    private final Form form;
    private final FormReader reader;
    private final ObjectMapper json;

    public Body(Form form, CodeList codes, ObjectMapper json) {
        this.form = form;
        this.reader = new FormReader(form, codes);
        this.json = json;
    }

    /** A new record. @throws Problem 400 with all findings */
    public <T> T create(@Nullable JsonNode input, Class<T> type) {
        return merge(JsonNodeFactory.instance.objectNode(), input, type);
    }

    /**
     * A record with a merge patch on it (RFC 7396): absent members stay, null clears.
     *
     * @param present the record's fields now
     * @throws Problem 400 with all findings
     */
    public <T> T merge(ObjectNode present, @Nullable JsonNode patch, Class<T> type) {
        Reading reading = reader.read(patch == null ? JsonNodeFactory.instance.nullNode() : patch);
        List<Finding> refused = new ArrayList<>(reading.refused());
        ObjectNode merged = present.deepCopy();
        merged.setAll(reading.values());
        for (Field field : form.fields()) {
            boolean unreadable =
                    refused.stream().anyMatch(finding -> finding.pointer().startsWith(field.pointer()));
            if (field.necessity() == Necessity.REQUIRED && !merged.hasNonNull(field.name()) && !unreadable) {
                refused.add(Finding.of("REQUIRED", field.pointer(), Map.of("label", field.label())));
            }
        }
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        try {
            return json.treeToValue(merged, type);
        } catch (JsonProcessingException gap) {
            throw new IllegalStateException("form and record disagree: " + type, gap);
        }
    }
}
