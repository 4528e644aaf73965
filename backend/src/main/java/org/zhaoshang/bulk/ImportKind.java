package org.zhaoshang.bulk;

import java.util.List;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.sheet.CodeNames;

/** A kind of record that can be uploaded. Every bean of this type is one. */
public interface ImportKind {
    /** As in the address, for example "projects". */
    String name();

    /** The columns of its sheets. */
    Form form();

    /** What people write for the codes in its columns. */
    CodeNames codes();

    /** Whether the caller may upload this kind. */
    boolean isFor(Caller caller);

    /** Begins an import on behalf of someone; nothing is kept between imports. */
    ImportBatch begin(Caller caller, String reason);

    /**
     * Those of a plan's rows whose records are no longer as the plan saw them: changed, gone, or come to exist.
     *
     * @param planned some of the plan's rows, created, updated or unchanged ones
     */
    List<Verdict> moved(Caller caller, List<Verdict> planned);
}
