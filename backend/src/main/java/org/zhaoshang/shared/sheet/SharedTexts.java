package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The table of texts that a workbook's cells refer to by number, packed: as objects they would take several times the room. */
final class SharedTexts {
    static final SharedTexts NONE = new SharedTexts();

    private static final long LARGEST = 64L << 20;
    private static final int MOST = 4_000_000;

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int count;
    private int length;

    private SharedTexts() {}

    static SharedTexts of(WorkbookFile workbook, @Nullable String part) throws IOException, SheetRefused {
        if (part == null) {
            return NONE;
        }
        try (XmlPart xml = workbook.find(part, LARGEST, tooLarge())) {
            if (xml == null) {
                return NONE;
            }
            SharedTexts texts = new SharedTexts();
            StringBuilder text = new StringBuilder();
            while (xml.next()) {
                if (xml.begins("si")) {
                    text.setLength(0);
                    appendRuns(xml, "si", text);
                    texts.add(EscapedText.read(text));
                }
            }
            return texts;
        }
    }

    /** The text of an element that may be rich: all its runs, without the reading aids of East Asian scripts. */
    static void appendRuns(XmlPart xml, String element, StringBuilder text) throws IOException, SheetRefused {
        while (xml.next() && !xml.ends(element)) {
            if (xml.begins("t")) {
                xml.appendText(text);
            } else if (xml.begins("rPh")) {
                xml.skip();
            }
        }
    }

    private static SheetRefused tooLarge() {
        return new SheetRefused(
                "里的文字过多（超过 64 MB），请分成几个文件，或另存为“CSV UTF-8（逗号分隔）”上传",
                "holds too much text (more than 64 MB): split it, or save it as “CSV UTF-8 (comma delimited)”");
    }

    private void add(String text) throws SheetRefused {
        if (count == MOST) {
            throw tooLarge();
        }
        byte[] more = text.getBytes(StandardCharsets.UTF_8);
        if (length + more.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more.length, bytes.length + bytes.length / 2));
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, ends.length + ends.length / 2);
        }
        ends[count++] = length;
    }

    /** @return null when there is no text of that number */
    @Nullable
    String get(int index) {
        if (index < 0 || index >= count) {
            return null;
        }
        int from = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, from, ends[index] - from, StandardCharsets.UTF_8);
    }
}
