package org.zhaoshang.shared.sheet;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.seed.DataFile;

/** Units of measure as people write them, with the exact factor to the unit of the field, from {@code data/measures.csv}. */
final class Measures {
    private static final Map<String, Map<String, BigDecimal>> BY_UNIT = new HashMap<>();
    private static final Map<String, Text> USUAL = new HashMap<>();

    static {
        DataFile.rows("measures.csv").forEach(Measures::read);
    }

    private Measures() {}

    /** The factor from a unit as written to the field's own; null for a unit of something else, or unknown. */
    static @Nullable BigDecimal factor(Field field, String written) {
        String unit = field.unit();
        if (unit == null) {
            return null;
        }
        String key = key(written);
        if (key.equals(key(unit))) {
            return BigDecimal.ONE;
        }
        return BY_UNIT.getOrDefault(unit, Map.of()).get(key);
    }

    private static String key(String unit) {
        String folded = Normalizer.normalize(unit, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(folded.length());
        for (int at = 0; at < folded.length(); at++) {
            char c = folded.charAt(at);
            if (!Blanks.isBlank(c) && c != ',') {
                key.append(c);
            }
        }
        return key.toString();
    }

    /** The unit in which people report a quantity: 万元 for 元. Empty for a field without a unit. */
    static Text usual(Field field) {
        String unit = field.unit() == null ? "" : field.unit();
        return USUAL.getOrDefault(unit, new Text(unit, unit));
    }

    private static void read(NamedCsvRecord row) {
        String unit = row.getField("unit");
        String alias = row.getField("alias");
        BY_UNIT.computeIfAbsent(unit, other -> new HashMap<>()).put(key(alias), new BigDecimal(row.getField("factor")));
        switch (row.getField("usual")) {
            case "zh" -> USUAL.merge(unit, new Text(alias, unit), (old, now) -> new Text(now.zh(), old.en()));
            case "en" -> USUAL.merge(unit, new Text(unit, alias), (old, now) -> new Text(old.zh(), now.en()));
            default -> {}
        }
    }
}
