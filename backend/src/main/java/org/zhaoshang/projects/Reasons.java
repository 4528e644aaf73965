package org.zhaoshang.projects;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** The words that go with an action: readable text of bounded length, owed where the action says so. */
public final class Reasons {
    private static final int LONGEST = 500;
    private static final Text LABEL = new Text("理由", "Reason");
    private static final Text CONTROL = new Text("含有不可见的控制字符", "holds invisible control characters");

    private Reasons() {}

    public static String required(@Nullable String reason) {
        String given = optional(reason);
        if (given == null) {
            throw Problem.badRequest(Finding.of("REQUIRED", "/reason", Map.of("label", LABEL)));
        }
        return given;
    }

    public static @Nullable String optional(@Nullable String reason) {
        return read("/reason", LABEL, reason, LONGEST);
    }

    static @Nullable String short100(String pointer, @Nullable String text) {
        return read(pointer, new Text(pointer.substring(1), pointer.substring(1)), text, 100);
    }

    private static @Nullable String read(String pointer, Text label, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String given = text.strip();
        if (given.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw Problem.badRequest(Finding.of("FORMAT", pointer, Map.of("label", label, "problem", CONTROL)));
        }
        if (given.length() > longest) {
            throw Problem.badRequest(
                    Finding.of("LENGTH", pointer, Map.of("label", label, "max", longest, "length", given.length())));
        }
        return given;
    }
}
