package org.zhaoshang.shared.sheet;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * An Excel workbook: the header stands still while one scrolls, numbers and days are what they are. Text stays text there, so
 * it needs no apostrophe against formulas. What does not fit on one sheet goes on on the next.
 */
public final class XlsxSheet implements Sheet {
    private final Workbook workbook;
    private final String name;
    private final List<Column> columns;
    private XlsxTable table;
    private int sheets;

    /** @param name of the sheet, at most 28 characters */
    public XlsxSheet(OutputStream output, String name, List<Column> columns) throws IOException {
        this.workbook = new Workbook(new LeftOpen(output), "Zhaoshang", null);
        this.name = name;
        this.columns = columns;
        this.table = begin();
    }

    private XlsxTable begin() throws IOException {
        sheets++;
        return new XlsxTable(workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets), columns);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (table.isFull()) {
            table.sheet().finish();
            table = begin();
        }
        table.row(cells);
    }

    @Override
    public void flush() throws IOException {
        table.sheet().flush();
    }

    @Override
    public void end() throws IOException {
        table.sheet().finish();
        workbook.finish();
    }

    /** The stream below is not ours to close. */
    static final class LeftOpen extends FilterOutputStream {
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
