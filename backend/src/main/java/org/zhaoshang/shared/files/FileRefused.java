package org.zhaoshang.shared.files;

import java.util.Map;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Why a file is not taken, in words for its owner. */
final class FileRefused extends Exception {
    private static final long serialVersionUID = 1;
    private static final Text LABEL = new Text("文件", "File");

    private final transient Text why;

    FileRefused(String zh, String en) {
        super(en, null, false, false);
        this.why = new Text(zh, en);
    }

    Problem problem() {
        return Problem.of(
                415,
                new Text("不能接收这个文件：" + why.zh(), "This file can not be taken: it " + why.en()),
                java.util.List.of(Finding.of("FORMAT", "/file", Map.of("label", LABEL, "problem", why))));
    }
}
