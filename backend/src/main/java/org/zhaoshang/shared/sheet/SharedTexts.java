package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of texts that a workbook's cells refer to by number, packed: as objects they would take several times the room. */
final class SharedTexts {
    static final SharedTexts NONE = new SharedTexts();

    private static final long LARGEST = 64L << 20;
    private static final int MOST = 4_000_000;

    /** Holds the longest text of a cell, and is small enough not to be handled apart by the garbage collector. */
    private static final int BLOCK = 1 << 18;
    /** Before each text stands how many bytes it has. */
    private static final int PREFIX = 3;

    private final List<byte[]> blocks = new ArrayList<>();
    /** Block and place in it, in one number. */
    private int[] starts = new int[1 << 8];

    private int count;
    private int next = BLOCK;

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
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (next + PREFIX + bytes.length > BLOCK) {
            blocks.add(new byte[BLOCK]);
            next = 0;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, starts.length + starts.length / 2);
        }
        starts[count++] = (blocks.size() - 1) * BLOCK + next;
        byte[] block = blocks.getLast();
        block[next++] = (byte) (bytes.length >> 16);
        block[next++] = (byte) (bytes.length >> 8);
        block[next++] = (byte) bytes.length;
        System.arraycopy(bytes, 0, block, next, bytes.length);
        next += bytes.length;
    }

    /** @return null when there is no text of that number */
    @Nullable
    String get(int index) {
        if (index < 0 || index >= count) {
            return null;
        }
        byte[] block = blocks.get(starts[index] / BLOCK);
        int at = starts[index] % BLOCK;
        int length = (block[at] & 0xFF) << 16 | (block[at + 1] & 0xFF) << 8 | block[at + 2] & 0xFF;
        return new String(block, at + PREFIX, length, StandardCharsets.UTF_8);
    }
}
