package org.zhaoshang.shared.sheet;

import java.util.Optional;

/** The code behind what a person writes: the code itself, its name, or "3.3 新材料" as the drop-down shows it. */
@FunctionalInterface
public interface CodeNames {
    Optional<String> code(String list, String text);
}
