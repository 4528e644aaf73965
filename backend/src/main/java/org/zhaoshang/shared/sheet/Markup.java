package org.zhaoshang.shared.sheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * XML as spreadsheet programs write it: elements and text. Whatever a document type could declare, and what a parser would
 * gather in memory without end, is stopped before the parser sees it: no {@code <!}, no {@code <?} but at the very
 * beginning, and between two {@code <} no more than fits into a cell many times over.
 */
final class Markup extends FilterReader {
    private static final int LONGEST = 1 << 20;

    private int since;
    private boolean opened;
    private boolean begun;

    private Markup(Reader text) {
        super(text);
    }

    static Reader of(InputStream bytes) throws IOException {
        return new Markup(
                StrictText.withoutMark(new InputStreamReader(bytes, StrictText.strict(StandardCharsets.UTF_8))));
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        for (int at = offset; at < offset + count; at++) {
            char c = target[at];
            if (opened) {
                opened = false;
                if (c == '!' || c == '?' && begun) {
                    throw new RefusedPart(
                            new SheetRefused(
                                    "内含表格不需要的 XML 声明（DTD、实体、注释等），请在 Excel 中打开并重新保存",
                                    "holds XML declarations that no sheet needs (DTD, entities, comments): open it in Excel and save it again"));
                }
                begun = true;
            }
            if (c == '<') {
                since = 0;
                opened = true;
            } else if (++since > LONGEST) {
                throw new RefusedPart(new SheetRefused("有超过 1 MB 的单元格", "has a cell of more than 1 MB"));
            }
        }
        return count;
    }
}
