package org.zhaoshang.shared.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** A workbook with one table of a few rows to be read, and nothing to fill in. */
public final class PlainWorkbook {
    private final OutputStream output;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final Workbook workbook;
    private final XlsxTable table;

    /**
     * @param output gets the file at its end, and is not closed by this
     * @param name of the sheet
     */
    public PlainWorkbook(OutputStream output, String name, List<Column> columns) throws IOException {
        this.output = output;
        this.workbook = new Workbook(content, "Zhaoshang", null);
        this.table = new XlsxTable(
                workbook.newWorksheet(name),
                columns,
                columns.stream().map(column -> false).toList());
    }

    /** @param cells one for each column, in order */
    public void row(List<Cell> cells) throws IOException {
        table.row(cells);
    }

    public void end() throws IOException {
        table.end();
        workbook.finish();
        content.writeTo(output);
    }
}
