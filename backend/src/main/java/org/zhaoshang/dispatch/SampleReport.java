package org.zhaoshang.dispatch;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.seed.DataFile;

/**
 * How a unit's report of a month went where it did not go as usual, and what it said: {@code data/demonstration-reports.csv}.
 *
 * @param story null for the usual one
 */
record SampleReport(
        String month,
        String unitCode,
        @Nullable String story,
        @Nullable String experience,
        @Nullable String problems,
        @Nullable String suggestions) {

    static List<SampleReport> all() {
        return DataFile.rows("demonstration-reports.csv").stream()
                .map(row -> new SampleReport(
                        row.getField("month"),
                        row.getField("unitCode"),
                        DataFile.optional(row, "story"),
                        DataFile.optional(row, "experience"),
                        DataFile.optional(row, "problems"),
                        DataFile.optional(row, "suggestions")))
                .toList();
    }

    /**
     * One step of a story: {@code data/demonstration-report-stories.csv}.
     *
     * @param day of the month, counted on into the next one
     * @param spread over so many days the units take the step, one after the other
     */
    record Step(
            String story,
            int day,
            int spread,
            LocalTime time,
            String name,
            @Nullable String words) {
        static Map<String, List<Step>> byStory() {
            return DataFile.rows("demonstration-report-stories.csv").stream()
                    .map(Step::of)
                    .collect(Collectors.groupingBy(Step::story));
        }

        private static Step of(NamedCsvRecord row) {
            return new Step(
                    row.getField("story"),
                    Integer.parseInt(row.getField("day")),
                    Integer.parseInt(row.getField("spread")),
                    LocalTime.parse(row.getField("time")),
                    row.getField("step"),
                    DataFile.optional(row, "words"));
        }
    }
}
