package org.zhaoshang.bulk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Text;

/**
 * A list whose file can be made, at once or as a job. Every bean of this type is one.
 *
 * @param <L> one line of it
 */
public interface ExportKind<L> {
    /** As in the address of the list, for example "projects". */
    String name();

    /** What its files are called. */
    Text title();

    /** Whether the caller may read this list. */
    boolean isFor(Caller caller);

    /**
     * The filter as it will be kept and told: by the names of the list's own parameters.
     *
     * @throws org.zhaoshang.shared.http.Problem 400 with each that the list does not know or can not read
     */
    Map<String, String> checked(Map<String, String> filter, Caller caller);

    /**
     * All rows of the filter that the scope sees, in its order, at one moment.
     *
     * @param filter as {@link #checked} gave it
     */
    List<UUID> ids(Map<String, String> filter, RowScope scope);

    /** Writes them, in parts, each read in a short transaction of its own. */
    ListFile<L> file();
}
