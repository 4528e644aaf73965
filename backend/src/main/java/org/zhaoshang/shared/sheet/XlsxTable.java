package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;

/** A table on a worksheet, written row by row: its header stands still while one scrolls, numbers and days are what they are. */
final class XlsxTable {
    private static final int ROWS_HELD = 500;
    private static final String HEADER_FILL = "E6EEF7";
    /** What is typed into such a cell stays as it was typed. */
    static final String TEXT_FORMAT = "@";

    private static final String DAY_FORMAT = "yyyy-mm-dd";
    /** Points; programs do not agree on fitting a row to its text when they open a file. */
    static final double LINE_HEIGHT = 14.5;
    /** Excel's own limit is 409 points. */
    private static final int MOST_LINES = 27;

    private static final int EXACT_DIGITS = 15;
    /** Excel calls a file with more in one cell damaged. */
    private static final int LONGEST_TEXT = 32_767;

    private final Worksheet sheet;
    private final List<Boolean> texts;
    private final List<Column> columns;
    private int next = 1;
    /** The first row that did not leave for the reader yet. */
    private int held = 1;

    /** @param texts of the columns from the left, whether a cell takes whatever is typed as text */
    XlsxTable(Worksheet sheet, List<Column> columns, List<Boolean> texts) throws IOException {
        this.sheet = sheet;
        this.texts = texts;
        this.columns = columns;
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A3_PAPER);
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
        if (next - held == ROWS_HELD) {
            flush();
        }
    }

    /** Makes the coming row high enough for the text that is to stand, wrapped, in one of its cells. */
    void wrapNext(int at, String text) {
        sheet.style(next, at).wrapText(true).set();
        sheet.range(next, 0, next, columns.size() - 1)
                .style()
                .verticalAlignment("top")
                .set();
        int lines = Math.min(Column.lines(text, columns.get(at).width()), MOST_LINES);
        if (lines > 1) {
            sheet.rowHeight(next, lines * LINE_HEIGHT);
        }
    }

    void flush() throws IOException {
        format();
        sheet.flush();
    }

    void end() throws IOException {
        format();
        sheet.setAutoFilter(0, 0, Math.max(next - 1, 1), columns.size() - 1);
        sheet.finish();
    }

    /** A filled cell does not take the format of its column. In blocks: to ask for each cell costs as much as to write it. */
    private void format() {
        int from = 0;
        while (next > held && from < texts.size()) {
            int to = from;
            while (to < texts.size() && texts.get(to)) {
                to++;
            }
            if (to > from) {
                sheet.range(held, from, next - 1, to - 1)
                        .style()
                        .format(TEXT_FORMAT)
                        .set();
            }
            from = to + 1;
        }
        held = next;
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
