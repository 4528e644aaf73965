package org.zhaoshang.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;

/** A list whose file can be made as a job. Every bean of this type is one. */
public interface ExportKind {
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
     * Writes all rows of the filter that the caller sees, in parts, each read in a short transaction of its own.
     *
     * @param filter as {@link #checked} gave it
     * @return how many rows the selection had
     */
    int write(Map<String, String> filter, ExportFormat format, Caller caller, Language language, OutputStream output)
            throws IOException;
}
