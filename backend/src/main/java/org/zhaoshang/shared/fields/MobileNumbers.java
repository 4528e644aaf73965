package org.zhaoshang.shared.fields;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Finding;

/** V48: nothing that is published holds a private mobile number. */
public final class MobileNumbers {
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:\\+?86[- ]?)?(1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4})(?!\\d)");

    private MobileNumbers() {}

    public static Optional<Finding> in(Field field, @Nullable String text) {
        return text == null
                ? Optional.empty()
                : MOBILE.matcher(text)
                        .results()
                        .findFirst()
                        .map(match -> Finding.of(
                                "V48",
                                field.pointer(),
                                Map.of(
                                        "label",
                                        field.label(),
                                        "value",
                                        match.group(1).substring(0, 3) + "****")));
    }
}
