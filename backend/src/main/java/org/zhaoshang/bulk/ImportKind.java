package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.sheet.CodeNames;
import org.zhaoshang.shared.sheet.Template;

/** A kind of record that can be uploaded. Every bean of this type is one. */
public interface ImportKind {
    /** The column by which a row finds its record before all others. */
    String CODE = "code";

    /** As in the address, for example "projects". */
    String name();

    /** The workbook that goes out empty, with rows, or with findings; its form has the columns of every sheet that comes in. */
    Template template();

    default Form form() {
        return template().form();
    }

    /** The column that people know a record by. */
    default String nameField() {
        return "name";
    }

    /** What a record is called that has this in {@link #nameField}: a code has a name of its own. */
    default String spoken(String said) {
        return said;
    }

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

    /** The records of the caller's unit that are at hand now, in the order of a list. */
    List<UUID> current(Caller caller);

    /**
     * Records as rows of the sheet, {@link #CODE} included: uploaded as they are, they change nothing.
     *
     * @return without those that are gone or that the scope does not see
     */
    Map<UUID, ObjectNode> rows(Collection<UUID> records, RowScope scope);

    /**
     * A row that came as JSON, as a row of the sheet: what it leaves out is as stored, since an empty cell would clear it.
     *
     * @param stored what {@link #rows} says of its record; null where there is none
     */
    ObjectNode asSheet(ObjectNode said, @Nullable ObjectNode stored);

    /** A finding at the column that shows what it is about. */
    default Finding atColumn(Finding finding) {
        return finding;
    }
}
