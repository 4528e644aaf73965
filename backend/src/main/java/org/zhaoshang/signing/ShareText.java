package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.fields.RecordForm;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.units.Units;

/** Shares in one cell of a sheet (分成): {@code 准格尔旗:60%;达拉特旗:40%}, units by full name or code. */
final class ShareText {
    static final String FIELD = "shares";

    private static final Pattern PARTS = Pattern.compile("[;；\\n]");
    private static final Pattern SHARE = Pattern.compile("(.+?)\\s*[:：]\\s*(\\d{1,3}(?:\\.\\d{1,4})?)\\s*[%％]?");
    private static final Text UNREADABLE =
            new Text("请写成“单位:比例”，多个用分号分开，如 准格尔旗:60%;达拉特旗:40%", "write “unit:percent”, parted by semicolons");

    private final Map<String, String> codes = new HashMap<>();

    ShareText(Units units) {
        units.reporting().forEach(unit -> {
            codes.put(unit.code(), unit.code());
            codes.put(unit.name(), unit.code());
        });
    }

    /** What a row says: shares as a cell has them, or as JSON. A unit that is not known stays as written, for the rules to tell. */
    Reading read(ObjectNode values, RecordForm<SignedProjectFields> form) {
        JsonNode cell = values.path(FIELD);
        if (!cell.isTextual()) {
            return form.read(values);
        }
        ObjectNode whole = values.deepCopy();
        ArrayNode list = list(cell.textValue());
        if (list != null) {
            whole.set(FIELD, list);
            return form.read(whole);
        }
        whole.remove(FIELD);
        Reading reading = form.read(whole);
        List<Finding> refused = new ArrayList<>(reading.refused());
        refused.add(Finding.of(
                "FORMAT",
                "/" + FIELD,
                Map.of("label", SignedProjectForm.FORM.field(FIELD).label(), "problem", UNREADABLE)));
        return new Reading(reading.values(), refused);
    }

    private @Nullable ArrayNode list(String cell) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String part : PARTS.split(cell)) {
            if (!part.isBlank()) {
                Matcher share = SHARE.matcher(part.strip());
                if (!share.matches()) {
                    return null;
                }
                String unit = share.group(1).strip();
                list.addObject()
                        .put("unitCode", codes.getOrDefault(unit, unit))
                        .put("percent", new BigDecimal(share.group(2)));
            }
        }
        return list;
    }

    /** The cell that reads back to these shares; null for none. */
    static @Nullable String write(List<Share> shares, Units units) {
        return shares.isEmpty()
                ? null
                : shares.stream()
                        .map(share -> units.nameOf(share.unitCode()) + ":"
                                + share.percent().stripTrailingZeros().toPlainString() + "%")
                        .collect(Collectors.joining(";"));
    }
}
