package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.sheet.RawRows.RawRow;

/** A table with a header row, read by what its columns mean. */
final class TableIncoming implements Incoming {
    /** What stood in a cell that could not be read, as a refusal's parameter: for the file that goes back. */
    static final String GIVEN = "given";

    private static final int LONGEST_GIVEN = 1000;

    private final RawRows rows;
    /** What was read while the header was looked for. */
    private final Deque<RawRow> ahead;

    private final List<Column> columns;
    private final boolean hasLeftOut;
    /** By place from 0; null where a column is left out. */
    private final @Nullable Reading[] readings;
    /** How many columns have a header; those without one end the table. */
    private final int width;

    private final boolean[] named;
    /** The columns of our own findings. */
    private final boolean[] ours;

    /** @param field of the form that a column's cells become */
    private record Reading(Column column, Field field, CellReading cells) {}

    private TableIncoming(Beginning beginning, Header.Match match, CodeNames codes) {
        RawRow header = beginning.headerRow();
        this.rows = beginning.rows();
        this.ahead = new ArrayDeque<>(beginning.below());
        this.columns = match.columns();
        this.hasLeftOut = columns.stream().anyMatch(column -> column.field() == null);
        this.width = header.cells().size();
        this.named = new boolean[width];
        this.ours = new boolean[width];
        this.readings = new @Nullable Reading[width];
        for (int at = 0; at < width; at++) {
            named[at] = !header.at(at).isEmpty();
            ours[at] = named[at];
        }
        CodeNames ofFile = codes.forOneFile();
        for (Column column : columns) {
            ours[column.at() - 1] = false;
            Field field = match.field(column);
            if (field != null) {
                readings[column.at() - 1] = new Reading(column, field, CellReading.of(field, column, ofFile));
            }
        }
    }

    /** Takes the rows over: they are closed with it, or at once when there is no header to read them by. */
    static TableIncoming of(RawRows rows, Header header, CodeNames codes) throws IOException, SheetRefused {
        try {
            return of(Beginning.of(rows, header), header, codes);
        } catch (IOException | SheetRefused | RuntimeException failure) {
            rows.close();
            throw failure;
        }
    }

    /** @throws SheetRefused when there is no header, or one that leaves a question open */
    static TableIncoming of(Beginning beginning, Header header, CodeNames codes) throws SheetRefused {
        if (!beginning.isTable()) {
            throw header.missing();
        }
        Header.Match match = header.match(beginning.headerRow());
        beginning.rows().headerAt(beginning.headerRow());
        return new TableIncoming(beginning, match, codes);
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() throws IOException, SheetRefused {
        RawRow row = raw();
        while (row != null && isBlank(row)) {
            row = raw();
        }
        return row == null ? null : read(row);
    }

    /** What only says what became of a row that has been emptied since is no row. */
    private boolean isBlank(RawRow row) {
        for (int at = 0; at < row.cells().size(); at++) {
            if (!row.at(at).isEmpty() && (at >= width || !ours[at])) {
                return false;
            }
        }
        return true;
    }

    private @Nullable RawRow raw() throws IOException, SheetRefused {
        return ahead.isEmpty() ? rows.next() : ahead.poll();
    }

    private Row read(RawRow row) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        List<Finding> refused = new ArrayList<>();
        if (rows.writesEmptyCells() && row.cells().size() < width) {
            refused.add(shape(
                    row,
                    null,
                    new Text(
                            "只有 " + row.cells().size() + " 个单元格，表头有 " + width + " 列，请检查是否缺少分隔符",
                            "has " + row.cells().size() + " cells under " + width
                                    + " headers: a separator may be missing")));
            return new Row(row.number(), values, refused, leftOut(row));
        }
        for (int at = 0; at < row.cells().size(); at++) {
            RawCell cell = row.cells().get(at);
            if (at >= width || !named[at]) {
                if (!cell.isEmpty()) {
                    refused.add(outside(row, at));
                    break;
                }
            }
        }
        for (Reading reading : readings) {
            if (reading != null) {
                read(row, reading, values, refused);
            }
        }
        return new Row(row.number(), values, refused.isEmpty() ? List.of() : refused, leftOut(row));
    }

    private List<String> leftOut(RawRow row) {
        return hasLeftOut
                ? columns.stream()
                        .filter(column -> column.field() == null)
                        .map(column -> row.at(column.at() - 1).shown())
                        .toList()
                : List.of();
    }

    private void read(RawRow row, Reading reading, ObjectNode values, List<Finding> refused) {
        RawCell cell = row.at(reading.column().at() - 1);
        String name = reading.field().name();
        try {
            values.set(
                    name,
                    cell.isEmpty()
                            ? JsonNodeFactory.instance.nullNode()
                            : reading.cells().read(cell));
        } catch (CellRefused why) {
            Map<String, Object> params = new HashMap<>(why.params());
            params.put("label", reading.field().label());
            params.put("row", row.number());
            params.put("column", reading.column().header());
            params.put(GIVEN, CellRefused.cut(cell.shown(), LONGEST_GIVEN));
            refused.add(Finding.of(why.rule(), reading.field().pointer(), params));
        }
    }

    private static Finding outside(RawRow row, int at) {
        String column = CellPlace.letter(Math.min(at, Header.MOST_COLUMNS - 1));
        boolean beyond = at >= Header.MOST_COLUMNS;
        return shape(
                row,
                column,
                new Text(
                        "第 " + column + (beyond ? " 列之后" : " 列") + "有内容，表头却没有列名，请检查是否多了分隔符或漏了列名",
                        "has a value " + (beyond ? "beyond" : "in") + " column " + column
                                + ", which has no header: a separator may be too many, or a header missing"));
    }

    private static Finding shape(RawRow row, @Nullable String column, Text problem) {
        Map<String, Object> params = new HashMap<>();
        params.put("label", new Text("第 " + row.number() + " 行", "Row " + row.number()));
        params.put("row", row.number());
        params.put("problem", problem);
        if (column != null) {
            params.put("column", column);
        }
        return Finding.of("FORMAT", "", params);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
