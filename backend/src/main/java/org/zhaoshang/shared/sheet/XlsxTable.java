package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** A table on a worksheet, written row by row: its header stands still while one scrolls, numbers and days are what they are. */
final class XlsxTable {
    private static final int ROWS_HELD = 500;
    private static final String HEADER_FILL = "E6EEF7";
    private static final String DAY_FORMAT = "yyyy-mm-dd";
    private static final int EXACT_DIGITS = 15;
    /** Excel calls a file with more in one cell damaged. */
    private static final int LONGEST_TEXT = 32_767;

    private final Worksheet sheet;
    private int next = 1;

    XlsxTable(Worksheet sheet, List<Column> columns) throws IOException {
        this.sheet = sheet;
        sheet.freezePane(0, 1);
        for (int at = 0; at < columns.size(); at++) {
            sheet.width(at, columns.get(at).width());
            sheet.inlineString(0, at, columns.get(at).header());
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor(HEADER_FILL)
                .wrapText(true)
                .verticalAlignment("center")
                .set();
        sheet.flush();
    }

    Worksheet sheet() {
        return sheet;
    }

    boolean isFull() {
        return next == Worksheet.MAX_ROWS;
    }

    /** Where the next row goes, from 0. */
    int next() {
        return next;
    }

    void row(List<Cell> cells) throws IOException {
        for (int at = 0; at < cells.size(); at++) {
            put(at, cells.get(at));
        }
        next++;
        if (next % ROWS_HELD == 0) {
            sheet.flush();
        }
    }

    private void put(int at, Cell cell) {
        switch (cell) {
            // Inline: the library would keep a table of all shared texts in memory until the end.
            case Cell.Words words when !words.text().isEmpty() -> sheet.inlineString(next, at, text(words.text()));
            case Cell.Words nothing -> {}
            case Cell.Number number -> number(at, new BigDecimal(Cells.number(number.number())));
            case Cell.Day day -> {
                sheet.value(next, at, day.day());
                sheet.style(next, at).format(DAY_FORMAT).set();
            }
        }
    }

    /** What a spreadsheet would round stands there as text: it comes back as it was. */
    private void number(int at, BigDecimal number) {
        if (number.stripTrailingZeros().precision() <= EXACT_DIGITS) {
            sheet.value(next, at, number);
        } else {
            sheet.inlineString(next, at, number.toPlainString());
        }
    }

    private static String text(String text) {
        String escaped = EscapedText.write(text);
        return escaped.length() <= LONGEST_TEXT ? escaped : escaped.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
