package org.zhaoshang.shared.sheet;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.seed.DataFile;

/**
 * The names under which people write a form's fields: its labels, the API's names, and what {@code header-aliases.csv} adds.
 * An alias without a field there is a column that carries nothing.
 */
final class HeaderNames {
    private static final List<NamedCsvRecord> ALIASES = DataFile.rows("header-aliases.csv");

    private final Map<String, Field> byKey = new HashMap<>();
    private final Set<String> apiKeys = new HashSet<>();
    private final Set<String> ofNothing = new HashSet<>();

    HeaderNames(Form form) {
        for (Field field : form.fields()) {
            apiKeys.add(key(field.name()));
            byKey.put(key(field.name()), field);
        }
        Set<String> ambiguous = new HashSet<>();
        for (Field field : form.fields()) {
            for (String label : List.of(field.label().zh(), field.label().en())) {
                Field other = byKey.putIfAbsent(key(label), field);
                if (other != null && !other.equals(field)) {
                    ambiguous.add(key(label));
                }
            }
        }
        ambiguous.stream().filter(key -> !apiKeys.contains(key)).forEach(byKey::remove);
        ALIASES.forEach(row -> {
            Field field = form.find(row.getField("field"));
            String key = key(row.getField("alias"));
            if (row.getField("field").isEmpty()) {
                ofNothing.add(key);
            } else if (field != null && !ambiguous.contains(key)) {
                byKey.putIfAbsent(key, field);
            }
        });
    }

    @Nullable
    Field find(String written) {
        String key = key(written);
        return key.isEmpty() ? null : byKey.get(key);
    }

    /** Whether offices keep such a column and it says nothing that is not known without it: the number of the line. */
    boolean isOfNothing(String written) {
        return ofNothing.contains(key(written));
    }

    /** Whether it is the API's name of a field, which has the unit in it. */
    boolean isApiName(String written) {
        return apiKeys.contains(key(written));
    }

    /** Letters and digits only, in one width and case: {@code 建设地点（旗区）* } and {@code 建设地点(旗区)} are one. */
    static String key(String written) {
        String folded = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }
}
