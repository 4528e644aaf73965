package org.zhaoshang.calls;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.seed.DataFile;

/** The principles, read once from {@code data/principles.csv}. */
public final class Principles {
    private static final List<Principle> ALL = DataFile.rows("principles.csv").stream()
            .map(row -> new Principle(
                    row.getField("code"),
                    Principle.Group.valueOf(row.getField("group")),
                    new Text(row.getField("group_zh"), row.getField("group_en")),
                    new Text(row.getField("name_zh"), row.getField("name_en")),
                    new Text(row.getField("question_zh"), row.getField("question_en")),
                    row.getField("barring").equals("yes")))
            .toList();

    private Principles() {}

    public static List<Principle> all() {
        return ALL;
    }

    public static Optional<Principle> byCode(@Nullable String code) {
        return ALL.stream().filter(principle -> principle.code().equals(code)).findFirst();
    }
}
