package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.rules.Finding;

/** One row on its way through an import; every step of {@link RecordBatch} adds what it found. */
final class RecordRow<R, F> {
    final RecordSheet.Said said;
    final List<Finding> errors = new ArrayList<>();

    /** The record it stands for; null for a new one. */
    @Nullable
    R stored;

    /** What the record's fields are to be. */
    @Nullable
    F fields;

    boolean unchanged;
    List<Finding> findings = List.of();

    /** As stored by this import. */
    @Nullable
    R written;

    @Nullable
    ObjectNode before;

    @Nullable
    Long seenVersion;

    RecordRow(RecordSheet.Said said) {
        this.said = said;
    }

    Verdict.Status status() {
        if (!errors.isEmpty()) {
            return Verdict.Status.REJECTED;
        }
        if (stored == null) {
            return Verdict.Status.CREATED;
        }
        return unchanged ? Verdict.Status.UNCHANGED : Verdict.Status.UPDATED;
    }

    /** As the form takes it: what it refuses stands among the errors already. */
    Reading reading() {
        return new Reading(said.values(), List.of());
    }

    F fields() {
        return Objects.requireNonNull(fields);
    }

    Records.Judged<R, F> judged() {
        return new Records.Judged<>(fields(), stored);
    }

    /** Field by field, for a record that was there. */
    List<Change> changes(Records<R, F> records) {
        return stored == null || unchanged
                ? List.of()
                : Change.between(Objects.requireNonNull(before), records.document(fields()));
    }
}
