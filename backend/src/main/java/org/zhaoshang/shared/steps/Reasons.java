package org.zhaoshang.shared.steps;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** The words that go with a step: readable text of bounded length, owed where the step says so. */
public final class Reasons {
    static final int LONGEST = 500;

    private static final Text LABEL = new Text("理由", "Reason");
    private static final Text CONTROL = new Text("含有不可见的控制字符", "holds invisible control characters");

    private Reasons() {}

    /** @throws Problem 400 for none, and as {@link #text} */
    public static String required(@Nullable String reason) {
        String given = optional(reason);
        if (given == null) {
            throw Problem.badRequest(Finding.of("REQUIRED", "/reason", Map.of("label", LABEL)));
        }
        return given;
    }

    public static @Nullable String optional(@Nullable String reason) {
        return text("/reason", LABEL, reason, LONGEST);
    }

    /**
     * Any other words of a step.
     *
     * @return null for none
     * @throws Problem 400 for what is too long or can not be read
     */
    public static @Nullable String text(String pointer, Text label, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String given = text.strip();
        if (!isReadable(given)) {
            throw Problem.badRequest(Finding.of("FORMAT", pointer, Map.of("label", label, "problem", CONTROL)));
        }
        if (given.length() > longest) {
            throw Problem.badRequest(
                    Finding.of("LENGTH", pointer, Map.of("label", label, "max", longest, "length", given.length())));
        }
        return given;
    }

    /** Lines and tabs are; a half of a character is not. */
    static boolean isReadable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'
                        || Character.getType(c) == Character.SURROGATE);
    }
}
