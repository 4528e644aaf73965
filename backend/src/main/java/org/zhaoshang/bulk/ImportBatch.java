package org.zhaoshang.bulk;

import java.util.List;
import org.zhaoshang.shared.sheet.Incoming;

/** One import at work, in one transaction. */
public interface ImportBatch {
    /**
     * Judges rows and, where asked to, stores what is to be stored of them.
     *
     * @param store false while planning
     * @return a verdict for each row, in the same order
     */
    List<Verdict> take(List<Incoming.Row> rows, boolean store);

    /** Undoes what an import did to these records, where they are still as it left them; rejected are those that are not. */
    List<Verdict> undo(List<Verdict> done);

    /** What is counted once for all rows; last, because it holds what others wait for. */
    void finish();
}
