package org.zhaoshang.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Justification;

/** The fields of a record that an upload writes: by what its unit knows it, and the words that satisfy findings. */
public interface RowFields {
    @Nullable
    String externalId();

    List<Justification> justifications();

    /** The words given for a rule; null for none. */
    default @Nullable String justification(String rule) {
        return justifications().stream()
                .filter(given -> given.rule().equals(rule) && !given.text().isBlank())
                .map(Justification::text)
                .findFirst()
                .orElse(null);
    }
}
