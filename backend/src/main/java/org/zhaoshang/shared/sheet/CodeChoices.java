package org.zhaoshang.shared.sheet;

import java.util.List;

/** The codes that a person can choose from, as the drop-downs of a template show them. */
@FunctionalInterface
public interface CodeChoices {
    /** In the order of the list; empty for a list that is not offered. */
    List<Choice> of(String list);

    /** @param label by which the code is found again: "3.3 新材料" */
    record Choice(String code, String label) {}
}
