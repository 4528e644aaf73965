package org.zhaoshang.shared.sheet;

import java.util.Optional;

/** The code behind what a person writes: the code itself, its name, or "3.3 新材料" as the drop-down shows it. */
@FunctionalInterface
public interface CodeNames {
    Optional<String> code(String list, String text);

    /** The same for the cells of one file, however many: lists as they are when first asked for. Not for several threads. */
    default CodeNames forOneFile() {
        return this;
    }
}
