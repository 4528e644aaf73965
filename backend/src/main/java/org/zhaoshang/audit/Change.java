package org.zhaoshang.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field's old and new value.
 *
 * @param pointer RFC 6901; whole values of the first level, so that a changed list shows as one change
 */
public record Change(String pointer, JsonNode from, JsonNode to) {

    /** The fields of the first level in which two documents differ; absent and null are the same. */
    public static List<Change> between(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            JsonNode from = orNull(before.get(name));
            JsonNode to = orNull(after.get(name));
            if (!same(from, to)) {
                changes.add(new Change("/" + name, from, to));
            }
        }
        return changes;
    }

    private static boolean same(JsonNode from, JsonNode to) {
        return from.isNumber() && to.isNumber()
                ? from.decimalValue().compareTo(to.decimalValue()) == 0
                : from.equals(to);
    }

    private static JsonNode orNull(@Nullable JsonNode node) {
        return node == null ? NullNode.getInstance() : node;
    }
}
