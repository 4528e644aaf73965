package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of a workbook's cell formats show a number as a day or as a percentage: the file itself keeps only the number. */
final class CellFormats {
    static final CellFormats NONE = new CellFormats(List.of());
    /** Excel allows 64,000. */
    private static final int MOST = 100_000;

    /** How a number is shown. */
    enum Shown {
        AS_NUMBER,
        AS_DAY,
        AS_PERCENT
    }

    private final List<Shown> formats;

    private CellFormats(List<Shown> formats) {
        this.formats = formats;
    }

    static CellFormats of(WorkbookFile workbook, @Nullable String part) throws IOException, SheetRefused {
        try (XmlPart xml = part == null ? null : workbook.find(part)) {
            if (xml == null) {
                return NONE;
            }
            Map<Integer, Shown> own = new HashMap<>();
            List<Shown> formats = new ArrayList<>();
            boolean cells = false;
            while (xml.next() && formats.size() < MOST && own.size() < MOST) {
                if (xml.begins("numFmt")) {
                    own.put(Digits.parse(xml.attribute("numFmtId"), -1), shown(xml.attribute("formatCode")));
                } else if (xml.begins("cellXfs")) {
                    cells = true;
                } else if (xml.ends("cellXfs")) {
                    cells = false;
                } else if (cells && xml.begins("xf")) {
                    int id = Digits.parse(xml.attribute("numFmtId"), 0);
                    formats.add(own.containsKey(id) ? own.get(id) : builtIn(id));
                }
            }
            return new CellFormats(formats);
        }
    }

    Shown shown(int format) {
        return format >= 0 && format < formats.size() ? formats.get(format) : Shown.AS_NUMBER;
    }

    /** ECMA-376 part 1, 18.8.30: 27 to 36 and 50 to 58 are days in the Chinese editions. */
    private static Shown builtIn(int id) {
        if (id == 9 || id == 10) {
            return Shown.AS_PERCENT;
        }
        boolean day = id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
        return day ? Shown.AS_DAY : Shown.AS_NUMBER;
    }

    /** A day, when outside of quotations, brackets and escapes there is a letter for a part of a day. */
    static Shown shown(@Nullable String code) {
        Shown shown = Shown.AS_NUMBER;
        char closing = 0;
        for (int at = 0; code != null && at < code.length(); at++) {
            char c = code.charAt(at);
            if (closing != 0) {
                closing = c == closing ? 0 : closing;
            } else if (c == '"') {
                closing = '"';
            } else if (c == '[') {
                closing = ']';
            } else if (c == '\\' || c == '_' || c == '*' || c == '!') {
                at++;
            } else if ("yYmMdDhHsS年月日".indexOf(c) >= 0) {
                return Shown.AS_DAY;
            } else if (c == '%') {
                shown = Shown.AS_PERCENT;
            }
        }
        return shown;
    }
}
