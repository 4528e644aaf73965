package org.zhaoshang.shared.rules;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.zhaoshang.shared.language.Text;

/** All rules, read once from {@code data/rules.csv}: texts and severities are data, only the tests on values are code. */
public final class Rulebook {
    private static final Map<String, Rule> RULES = read();
    private static final String VERSION = fingerprint();

    private Rulebook() {}

    public static Collection<Rule> all() {
        return RULES.values();
    }

    /** @throws IllegalArgumentException for an id that the data file lacks: a mistake of ours, never of a caller */
    public static Rule get(String id) {
        Rule rule = RULES.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no rule " + id + " in data/rules.csv");
        }
        return rule;
    }

    /** Names this set of rules: the hash of the data file. Another set has another. */
    public static String version() {
        return VERSION;
    }

    private static String fingerprint() {
        try (InputStream file = Objects.requireNonNull(Rulebook.class.getResourceAsStream("/data/rules.csv"))) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.readAllBytes()));
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Map<String, Rule> read() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(Rulebook.class.getResourceAsStream("/data/rules.csv"));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(row -> rules.put(
                    row.getField("id"),
                    new Rule(
                            row.getField("id"),
                            row.getField("area"),
                            Severity.valueOf(row.getField("severity")),
                            new Text(row.getField("message_zh"), row.getField("message_en")),
                            row.getField("clause"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rules;
    }
}
