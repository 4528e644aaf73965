package org.zhaoshang.shared.sheet;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhaoshang.shared.language.Text;

/** The columns that we write into a file that goes back: they say what became of a row, and are no data of it. */
enum ResultColumn {
    STATE(new Text("状态", "State")),
    STATUS(new Text("处理结果", "Result")),
    FINDINGS(new Text("问题", "Findings"));

    private static final Set<String> KEYS = Stream.of(values())
            .flatMap(column -> Stream.of(column.label.zh(), column.label.en()))
            .map(HeaderNames::key)
            .collect(Collectors.toUnmodifiableSet());

    private final Text label;

    ResultColumn(Text label) {
        this.label = label;
    }

    Text label() {
        return label;
    }

    static boolean isHeader(String header) {
        return KEYS.contains(HeaderNames.key(header));
    }
}
