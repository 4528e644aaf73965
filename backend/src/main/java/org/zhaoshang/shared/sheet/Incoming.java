package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Finding;

/** The rows of a file that came in, in file order, read as they are asked for, in bounded memory. */
public interface Incoming extends Closeable {
    /** What each column of the file was understood as; empty for JSON. Columns of our own findings are not among them. */
    List<Column> columns();

    /**
     * The next row; null at the end, however often it is asked. Rows without any content are skipped, and counted.
     *
     * @throws SheetRefused when the rest of the file can not be read: what came before must not be kept as if it were all
     */
    @Nullable
    Row next() throws IOException, SheetRefused;

    /**
     * One row. Numbers are as large as the file says: 1E+1000000000 is a number too. Have the form judge them before
     * they are written out as digits.
     *
     * @param number the row as a person counts it: in a sheet the first row is 1, in NDJSON the line, in a JSON array the
     *     position from 1
     * @param values members in the shape of the API (numbers exact, in the API's unit), before the form judges them; an
     *     empty cell is a null node, an absent column is absent, and so is a cell that could not be read
     * @param refused what in this row could not be read (rule FORMAT, CODE …), with params {@code row} and, where one is
     *     to blame, {@code column} (the header) and {@code given} (what stands there, cut if it is very long)
     * @param leftOut what stands, as a person sees it, under each of the columns that are left out, in their order
     */
    record Row(int number, ObjectNode values, List<Finding> refused, List<String> leftOut) {
        /** A row without columns. */
        Row(int number, ObjectNode values, List<Finding> refused) {
            this(number, values, refused, List.of());
        }
    }

    /**
     * A column of the file.
     *
     * @param at its place, from 1
     * @param header as it stands in the file
     * @param field name of the form's field; null when the column is left out
     * @param unit in which its numbers are given; null where none is needed
     * @param factor by which a number is multiplied to reach the API's unit; null for no number
     * @param carriesNothing left out without a question: such as the number of the line
     */
    record Column(
            int at,
            String header,
            @Nullable String field,
            @Nullable String unit,
            @Nullable BigDecimal factor,
            boolean carriesNothing) {}
}
