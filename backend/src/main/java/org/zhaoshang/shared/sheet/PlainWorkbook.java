package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** A workbook with one table to be read, and nothing to fill in: written row by row in bounded memory. */
public final class PlainWorkbook {
    private final String name;
    private final List<Column> columns;
    private final Workbook workbook;
    private XlsxTable table;
    private int tables = 1;

    /**
     * @param output not closed by this
     * @param name of the sheet, at most 28 characters
     */
    public PlainWorkbook(OutputStream output, String name, List<Column> columns) throws IOException {
        this.name = name;
        this.columns = columns;
        this.workbook = new Workbook(new LeftOpen(output), "Zhaoshang", null);
        this.table = begun(name);
    }

    private XlsxTable begun(String sheet) throws IOException {
        return new XlsxTable(
                workbook.newWorksheet(sheet),
                columns,
                columns.stream().map(column -> false).toList());
    }

    /** @param cells one for each column, in order */
    public void row(List<Cell> cells) throws IOException {
        table.row(cells);
        if (table.isFull()) {
            table.end();
            table = begun(name + " " + ++tables);
        }
    }

    /** What was written so far leaves for the reader. */
    public void flush() throws IOException {
        table.flush();
    }

    /** Completes the file; one that was not ended is one that broke off. */
    public void end() throws IOException {
        table.end();
        workbook.finish();
    }
}
