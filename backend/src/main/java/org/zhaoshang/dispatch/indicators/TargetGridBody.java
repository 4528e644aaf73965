package org.zhaoshang.dispatch.indicators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.CodeList;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.FormReader;
import org.zhaoshang.shared.fields.Necessity;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Reads all targets of a year from a body, each as a target by itself: every mistake is named with its place in the list. */
final class TargetGridBody {
    private static final String LIST = "targets";
    private static final Form CELL = WriteTargets.FORM.only(List.of("unitCode", "indicator", "value", "docNo"));
    /** Many more than a city has units and indicators. */
    private static final int MOST = 500;

    private static final Text NO_LIST =
            new Text("应为列表，最多 " + MOST + " 项", "must be a list of at most " + MOST + " entries");

    private final FormReader reader;
    private final ObjectMapper json;

    TargetGridBody(CodeList codes, ObjectMapper json) {
        this.reader = new FormReader(CELL, codes);
        this.json = json;
    }

    /** @throws Problem 400 with all findings */
    List<TargetFields> read(int year, @Nullable JsonNode body) {
        JsonNode list = body == null || body.size() > 1 ? null : body.get(LIST);
        if (list == null || !list.isArray() || list.size() > MOST) {
            throw Problem.badRequest(
                    Finding.of("FORMAT", "/" + LIST, Map.of("label", TargetExportKind.TITLE, "problem", NO_LIST)));
        }
        List<Finding> refused = new ArrayList<>();
        List<TargetFields> read = new ArrayList<>();
        for (int place = 0; place < list.size(); place++) {
            List<Finding> findings = new ArrayList<>();
            ObjectNode cell = cell(list.get(place), findings);
            String base = "/" + LIST + "/" + place;
            findings.forEach(one -> refused.add(Finding.of(one.rule(), base + one.pointer(), one.params())));
            if (findings.isEmpty()) {
                read.add(fields(cell.put("year", year)));
            }
        }
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        return read;
    }

    private ObjectNode cell(JsonNode given, List<Finding> findings) {
        Reading reading = reader.read(given);
        findings.addAll(reading.refused());
        for (Field field : CELL.fields()) {
            if (findings.isEmpty()
                    && field.necessity() == Necessity.REQUIRED
                    && !reading.values().hasNonNull(field.name())) {
                findings.add(Finding.of("REQUIRED", field.pointer(), Map.of("label", field.label())));
            }
        }
        return reading.values();
    }

    private TargetFields fields(ObjectNode values) {
        try {
            return json.treeToValue(values, TargetFields.class);
        } catch (JsonProcessingException gap) {
            throw new IllegalStateException("form and record disagree", gap);
        }
    }
}
