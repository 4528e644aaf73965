package org.zhaoshang.projects;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.seed.DataFile;

/**
 * A step of a story in {@code data/demonstration-stories.csv}.
 *
 * @param day after the story's beginning
 * @param name "create", "revise", "appraise", "invite", "begin-review" or the verb of an {@link Action}
 * @param by the account, with {@code {unit}} for the project's unit
 * @param words the reason, where all that live through the story hear the same
 */
record SampleStep(
        int day,
        LocalTime time,
        String name,
        String by,
        @Nullable String words) {

    static Map<String, List<SampleStep>> byStory() {
        return DataFile.rows("demonstration-stories.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("story"), Collectors.mapping(SampleStep::of, Collectors.toList())));
    }

    String username(String unitCode) {
        return by.replace("{unit}", unitCode).toLowerCase(Locale.ROOT);
    }

    private static SampleStep of(NamedCsvRecord row) {
        return new SampleStep(
                Integer.parseInt(row.getField("day")),
                LocalTime.parse(row.getField("time")),
                row.getField("step"),
                row.getField("by"),
                DataFile.optional(row, "words"));
    }
}
