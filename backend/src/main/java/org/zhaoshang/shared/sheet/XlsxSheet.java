package org.zhaoshang.shared.sheet;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An Excel workbook: the header stands still while one scrolls, numbers and days are what they are. Text stays text there, so
 * it needs no apostrophe against formulas. What does not fit on one sheet goes on on the next.
 */
public final class XlsxSheet implements Sheet {
    private static final int ROWS_HELD = 500;
    private static final String HEADER_FILL = "E6EEF7";
    private static final String DAY_FORMAT = "yyyy-mm-dd";

    private final Workbook workbook;
    private final String name;
    private final List<Column> columns;
    private Worksheet sheet;
    private int sheets;
    private int next;

    /** @param name of the sheet, at most 28 characters */
    public XlsxSheet(OutputStream output, String name, List<Column> columns) throws IOException {
        this.workbook = new Workbook(new LeftOpen(output), "Zhaoshang", null);
        this.name = name;
        this.columns = columns;
        this.sheet = begin();
    }

    private Worksheet begin() throws IOException {
        sheets++;
        next = 1;
        Worksheet begun = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        begun.freezePane(0, 1);
        for (int at = 0; at < columns.size(); at++) {
            begun.width(at, columns.get(at).width());
            begun.inlineString(0, at, columns.get(at).header());
        }
        begun.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor(HEADER_FILL)
                .wrapText(true)
                .verticalAlignment("center")
                .set();
        begun.flush();
        return begun;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (next == Worksheet.MAX_ROWS) {
            sheet.finish();
            sheet = begin();
        }
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
            case Cell.Words words when !words.text().isEmpty() -> sheet.inlineString(next, at, words.text());
            case Cell.Words nothing -> {}
            case Cell.Number number -> sheet.value(next, at, new BigDecimal(Cells.number(number.number())));
            case Cell.Day day -> {
                sheet.value(next, at, day.day());
                sheet.style(next, at).format(DAY_FORMAT).set();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void end() throws IOException {
        sheet.finish();
        workbook.finish();
    }

    /** The stream below is not ours to close. */
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream output) {
            super(output);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
