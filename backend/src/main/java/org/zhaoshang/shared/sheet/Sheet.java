package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.util.List;

/**
 * A table on its way out, written row by row while it is read: no more than a few rows are held. The header is written when
 * the sheet begins. Who writes does not close the stream below; {@link #end} completes the file, and a sheet that is not ended
 * is one that broke off.
 */
public interface Sheet {
    /** @param cells one for each column, in order */
    void row(List<Cell> cells) throws IOException;

    /** What was written so far leaves for the reader. */
    void flush() throws IOException;

    void end() throws IOException;
}
