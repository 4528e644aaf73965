package org.zhaoshang.shared.rules;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.language.Language;

/** The answer of a check: what the rules say, with nothing stored. */
@Schema(name = "Findings")
public record Findings(@Schema(required = true) List<Finding.View> findings) {
    public static Findings of(List<Finding> found, Language language) {
        return new Findings(found.stream().map(finding -> finding.in(language)).toList());
    }
}
