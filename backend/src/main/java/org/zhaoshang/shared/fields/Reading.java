package org.zhaoshang.shared.fields;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.zhaoshang.shared.rules.Finding;

/**
 * What a form made of an input.
 *
 * @param values the accepted values in their stored form, nulls kept where the input clears a field
 * @param refused what can not be stored, all at once
 */
public record Reading(ObjectNode values, List<Finding> refused) {
    public boolean isClean() {
        return refused.isEmpty();
    }
}
