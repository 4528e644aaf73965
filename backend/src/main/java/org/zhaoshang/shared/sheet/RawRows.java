package org.zhaoshang.shared.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table as they stand in the file, before anything is understood. */
interface RawRows extends Closeable {
    /** The next row, empty ones included; null at the end. */
    @Nullable
    RawRow next() throws IOException, SheetRefused;

    /** Whether each row writes all its cells, so that a shorter one has lost some. */
    boolean writesEmptyCells();

    /** Tells which row turned out to be the header. @throws SheetRefused when the rows can not be read under it */
    default void headerAt(RawRow header) throws SheetRefused {}

    /** @param number from 1, as a spreadsheet counts */
    record RawRow(int number, List<RawCell> cells) {
        boolean isEmpty() {
            return cells.stream().allMatch(RawCell::isEmpty);
        }

        RawCell at(int column) {
            return column < cells.size() ? cells.get(column) : RawCell.EMPTY;
        }
    }
}
