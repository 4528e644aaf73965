package org.zhaoshang.shared.seed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The data files under {@code resources/data}: UTF-8 CSV with a header row. */
public final class DataFile {
    private DataFile() {}

    /** @param name for example "units.csv" */
    public static List<NamedCsvRecord> rows(String name) {
        try (InputStream file = Objects.requireNonNull(DataFile.class.getResourceAsStream("/data/" + name), name);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The cell, or null where it is empty. */
    public static @Nullable String optional(NamedCsvRecord row, String column) {
        String value = row.getField(column).strip();
        return value.isEmpty() ? null : value;
    }
}
