package org.zhaoshang.shared.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** RFC 4180 in UTF-8, made for people who open it in a spreadsheet: with a byte order mark and without formulas. */
public final class CsvSheet {
    /** Without it spreadsheets take UTF-8 for the local code page. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter csv;

    public CsvSheet(OutputStream output, List<Column> columns) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 15);
        text.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(
                columns.stream().map(column -> Cells.text(column.header())).toList());
    }

    /** @param cells one for each column, in order */
    public void row(List<Cell> cells) {
        csv.writeRecord(cells.stream().map(CsvSheet::text).toList());
    }

    /** What was written so far leaves for the reader. */
    public void flush() throws IOException {
        csv.flush();
    }

    /** Completes the file; one that was not ended is one that broke off. */
    public void end() throws IOException {
        csv.flush();
    }

    private static String text(Cell cell) {
        return cell instanceof Cell.Words words ? Cells.text(words.text()) : Cells.shown(cell);
    }
}
