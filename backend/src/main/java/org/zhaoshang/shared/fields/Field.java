package org.zhaoshang.shared.fields;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;

/**
 * One field of a form as its data file states it.
 *
 * @param name the contract's name; {@code list/name} inside a list of records
 * @param unit of measure, as written beside the label
 * @param max the longest text, the largest number, the most entries; null where the type alone bounds it
 * @param codes the list a CODE is looked up in
 * @param shown whether the public sees it
 */
public record Field(
        String name,
        Type type,
        Text label,
        @Nullable String unit,
        @Nullable Integer max,
        Necessity necessity,
        String section,
        List<Option> options,
        @Nullable String codes,
        boolean shown,
        Text help) {

    public record Option(String value, Text label) {}

    public String pointer() {
        return "/" + name;
    }

    boolean isOf(String list) {
        return name.startsWith(list + "/");
    }

    String lastName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
