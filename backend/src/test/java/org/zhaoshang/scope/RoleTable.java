package org.zhaoshang.scope;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who may do what, as the domain says it: {@code role-table.csv}, one line an act. It is written by hand and never from the
 * code, whose annotations it judges.
 */
final class RoleTable {
    /** Whose rows an act reaches. */
    enum Reach {
        /** Every row. */
        ALL,
        /** Rows of one's own unit; another unit's does not exist. */
        OWN,
        /** Rows once submitted. */
        SUBMITTED,
        /** Rows one is invited to. */
        INVITED,
        /** Rows on the public list. */
        PUBLISHED,
        /** The act is open, and no row that is not public comes with it. */
        NONE,
        /** Refused, whatever the row. */
        NO,
        /** Asked to sign in. */
        SIGN_IN
    }

    /**
     * One line of the table.
     *
     * @param about what kind of row the act is on: project, unit, or nothing that belongs to a unit
     */
    record Act(String about, Map<Who, Reach> reaches) {}

    private final Map<String, Act> byOperation = new HashMap<>();

    static RoleTable read() {
        RoleTable table = new RoleTable();
        try (CsvReader<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(Path.of("src/test/resources/role-table.csv"))) {
            lines.forEach(table::add);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return table;
    }

    private void add(NamedCsvRecord line) {
        Map<Who, Reach> reaches = new HashMap<>();
        for (Who who : Who.values()) {
            reaches.put(
                    who,
                    Reach.valueOf(line.getField(who.name())
                            .toUpperCase(java.util.Locale.ROOT)
                            .replace('-', '_')));
        }
        Arrays.stream(line.getField("operations").split(" ")).forEach(operation -> {
            if (byOperation.put(operation, new Act(line.getField("about"), reaches)) != null) {
                throw new IllegalStateException(operation + " stands in two lines of role-table.csv");
            }
        });
    }

    Act of(String operation) {
        return Objects.requireNonNull(byOperation.get(operation), operation + " is missing in role-table.csv");
    }

    List<String> operations() {
        return byOperation.keySet().stream().sorted().toList();
    }
}
