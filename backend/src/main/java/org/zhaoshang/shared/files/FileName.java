package org.zhaoshang.shared.files;

import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** The name a file is shown and saved under: never a path, nothing invisible, nothing that reads backwards. */
public final class FileName {
    private static final int LONGEST = 200;
    private static final Text LABEL = new Text("文件名", "File name");
    private static final Text EMPTY = new Text("为空", "is empty");
    private static final Text REVERSED =
            new Text("含有改变文字方向的字符，扩展名可能是伪装的", "holds characters that turn text around and may disguise the extension");

    private FileName() {}

    /** @throws Problem 400 for a name that can not be trusted or kept */
    public static String clean(@Nullable String given) {
        String name = given == null ? "" : given;
        // A browser may send a whole path; only its last step is a name.
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (name.codePoints().anyMatch(FileName::turnsText)) {
            throw refused(REVERSED);
        }
        name = Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .map(c -> "<>:\"|?*".indexOf(c) < 0 ? c : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip()
                .replaceFirst("^\\.+", "");
        if (name.isEmpty()) {
            throw refused(EMPTY);
        }
        int length = name.codePointCount(0, name.length());
        if (length > LONGEST) {
            throw Problem.badRequest(
                    Finding.of("LENGTH", "/file", Map.of("label", LABEL, "max", LONGEST, "length", length)));
        }
        return name;
    }

    private static boolean turnsText(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F || c == 0x061C;
    }

    private static Problem refused(Text problem) {
        return Problem.badRequest(Finding.of("FORMAT", "/file", Map.of("label", LABEL, "problem", problem)));
    }
}
