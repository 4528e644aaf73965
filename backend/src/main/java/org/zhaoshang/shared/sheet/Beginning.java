package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.sheet.RawRows.RawRow;

/**
 * The first rows of a table, and which of them is its header: the one that names most fields. A list of the fields, with one
 * in each row, is no header, though its rows name fields too.
 *
 * @param read all rows read so far
 * @param header place of the header among them; -1 when there is none
 * @param fields what the header names
 */
record Beginning(RawRows rows, List<RawRow> read, int header, Set<String> fields) {
    /** How far down the header may stand, below a title and who filled the table in. */
    static final int DEEPEST_HEADER = 11;

    static Beginning of(RawRows rows, Header header) throws IOException, SheetRefused {
        List<RawRow> read = new ArrayList<>();
        int best = -1;
        Set<String> most = Set.of();
        for (RawRow row = rows.next(); row != null; row = row.number() < DEEPEST_HEADER ? rows.next() : null) {
            read.add(row);
            Set<String> fields = row.number() <= DEEPEST_HEADER ? header.fieldsIn(row) : Set.of();
            if (fields.size() > most.size()) {
                best = read.size() - 1;
                most = fields;
            }
        }
        return new Beginning(rows, read, best, most);
    }

    boolean isTable() {
        return header >= 0;
    }

    RawRow headerRow() {
        return read.get(header);
    }

    /** The rows below the header that were read along with it. */
    List<RawRow> below() {
        return read.subList(header + 1, read.size());
    }

    /** Whether there is another table of the same columns here, with something in it. */
    boolean isFilledLike(Beginning other) throws IOException, SheetRefused {
        if (!isTable() || !fields.containsAll(other.fields)) {
            return false;
        }
        for (RawRow row : below()) {
            if (!row.isEmpty()) {
                return true;
            }
        }
        @Nullable RawRow row = rows.next();
        while (row != null && row.isEmpty()) {
            row = rows.next();
        }
        return row != null;
    }
}
