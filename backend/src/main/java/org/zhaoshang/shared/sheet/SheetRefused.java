package org.zhaoshang.shared.sheet;

import java.util.List;
import java.util.Map;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** A file, or the rest of it, can not be read: why, and what its owner can do. */
public class SheetRefused extends Exception {
    private static final long serialVersionUID = 1;
    private static final Text FILE = new Text("文件", "The file");

    private final transient List<Finding> findings;

    SheetRefused(List<Finding> findings) {
        super(findings.toString(), null, false, false);
        this.findings = List.copyOf(findings);
    }

    SheetRefused(Text problem) {
        this(List.of(finding(problem)));
    }

    SheetRefused(String zh, String en) {
        this(new Text(zh, en));
    }

    static Finding finding(Text problem) {
        return Finding.of("FORMAT", "/file", Map.of("label", FILE, "problem", problem));
    }

    /** Never empty; they point at {@code /file}, or at the fields whose columns are in question. */
    public List<Finding> findings() {
        return findings;
    }
}
