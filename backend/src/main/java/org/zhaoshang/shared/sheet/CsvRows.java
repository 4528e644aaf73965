package org.zhaoshang.shared.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;

/** The rows of a CSV file (RFC 4180), separated by commas, or by the semicolons or tabs that its first line holds instead. */
final class CsvRows implements RawRows {
    /** Excel's own limit of a cell is 32,767 characters. */
    private static final int LONGEST_CELL = 1 << 16;

    private static final int LONGEST_ROW = 1 << 20;
    private static final int SAMPLE = 1 << 16;
    private static final String SEPARATORS = ",;\t";
    /** Read after the text: if it does not come out as a row of its own, a quotation before it has no end. */
    private static final String END = "\u0000end of file";

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private int number;
    private @Nullable CsvRecord ahead;
    /** Where the record last read begins; 0 before the first. */
    private long line;

    private CsvRows(CsvReader<CsvRecord> reader) throws SheetRefused {
        this.reader = reader;
        this.records = reader.iterator();
        this.ahead = record();
    }

    static CsvRows open(Path file, @Nullable String charset) throws IOException, SheetRefused {
        BufferedReader text = new BufferedReader(StrictText.open(file, charset), SAMPLE);
        try {
            char separator = separator(text);
            return new CsvRows(CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(LONGEST_CELL)
                    .build(
                            CsvRecordHandler.of(handler -> handler.maxFields(Header.MOST_COLUMNS)
                                    .maxFieldSize(LONGEST_CELL)
                                    .maxRecordSize(LONGEST_ROW)),
                            new Ended(text)));
        } catch (IOException | SheetRefused | RuntimeException failure) {
            text.close();
            throw failure;
        }
    }

    @Override
    public @Nullable RawRow next() throws SheetRefused {
        CsvRecord now = ahead;
        if (now == null) {
            return null;
        }
        ahead = record();
        if (ahead == null) {
            if (now.getFieldCount() == 1 && now.getField(0).equals(END)) {
                return null;
            }
            throw new SheetRefused(
                    "第 " + now.getStartingLineNumber() + " 行起有一个双引号没有配对，请补上或去掉",
                    "has a quotation mark in line " + now.getStartingLineNumber() + " that is never closed");
        }
        List<RawCell> cells = new ArrayList<>(now.getFieldCount());
        for (int at = 0; at < now.getFieldCount(); at++) {
            cells.add(RawCell.of(now.getField(at)));
        }
        return new RawRow(++number, cells);
    }

    @Override
    public boolean writesEmptyCells() {
        return true;
    }

    private @Nullable CsvRecord record() throws SheetRefused {
        try {
            CsvRecord record = records.hasNext() ? records.next() : null;
            line = record == null ? line : record.getStartingLineNumber();
            return record;
        } catch (CsvParseException broken) {
            throw broken(broken.getCause() == null ? broken : broken.getCause());
        }
    }

    private SheetRefused broken(Throwable why) {
        String message = String.valueOf(why.getMessage());
        Text problem;
        if (message.contains("closing quote")) {
            problem = new Text(
                    "双引号之后还有文字，单元格内的双引号要写成两个",
                    "has text after a closing quotation mark: write a quotation mark inside a cell twice");
        } else if (message.contains("fields")) {
            problem = new Text(
                    "列数过多，最多 " + Header.MOST_COLUMNS + " 列",
                    "has more than " + Header.MOST_COLUMNS + " cells in a row");
        } else if (message.contains("max record size")) {
            problem = new Text("超过 " + LONGEST_ROW + " 字", "is longer than " + LONGEST_ROW + " characters");
        } else {
            problem = new Text(
                    "单元格过长（超过 " + LONGEST_CELL + " 字），可能是双引号没有配对",
                    "has a cell of more than " + LONGEST_CELL
                            + " characters: perhaps a quotation mark is never closed");
        }
        return line == 0
                ? new SheetRefused("第 1 行" + problem.zh(), problem.en() + " (line 1)")
                : new SheetRefused("第 " + line + " 行之后的一行" + problem.zh(), problem.en() + " (after line " + line + ")");
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(SAMPLE);
        char[] sample = new char[SAMPLE];
        int length = 0;
        for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(read, 0)) {
            read = text.read(sample, length, SAMPLE - length);
        }
        text.reset();
        return separator(new String(sample, 0, length));
    }

    /** The one that the first line holds most of. */
    private static char separator(String sample) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int at = 0; at < sample.length() && (quoted || sample.charAt(at) != '\n'); at++) {
            char c = sample.charAt(at);
            quoted ^= c == '"';
            int which = SEPARATORS.indexOf(c);
            if (!quoted && which >= 0) {
                counts[which]++;
            }
        }
        int most = 0;
        for (int which = 1; which < counts.length; which++) {
            most = counts[which] > counts[most] ? which : most;
        }
        return SEPARATORS.charAt(most);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** A text with {@link #END} on a line of its own behind it. */
    private static final class Ended extends Reader {
        private final Reader text;
        private final String end = "\n" + END;
        private int ended = -1;

        private Ended(Reader text) {
            this.text = text;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            int count = ended < 0 ? text.read(target, offset, length) : -1;
            if (count >= 0) {
                return count;
            }
            ended = Math.max(ended, 0);
            int rest = Math.min(length, end.length() - ended);
            if (rest <= 0) {
                return -1;
            }
            end.getChars(ended, ended + rest, target, offset);
            ended += rest;
            return rest;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
