package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Set;

/** Yes and no, as people tick them. */
final class FlagCells {
    private static final Set<String> YES = Set.of("是", "true", "yes", "y", "√", "✓", "✔");
    private static final Set<String> NO = Set.of("否", "false", "no", "n", "×", "✗", "✘");

    private FlagCells() {}

    static JsonNode read(RawCell cell) throws CellRefused {
        if (cell instanceof RawCell.Unreadable unreadable) {
            throw CellRefused.format(unreadable.why());
        }
        if (cell instanceof RawCell.Flag flag) {
            return JsonNodeFactory.instance.booleanNode(flag.value());
        }
        String text = cell instanceof RawCell.Written written ? written.text().toLowerCase(Locale.ROOT) : "";
        if (YES.contains(text) || NO.contains(text)) {
            return JsonNodeFactory.instance.booleanNode(YES.contains(text));
        }
        throw CellRefused.format("请填“是”或“否”", "must be 是 (true) or 否 (false)");
    }
}
