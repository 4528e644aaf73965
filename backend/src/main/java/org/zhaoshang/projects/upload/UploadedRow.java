package org.zhaoshang.projects.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.bulk.Verdict.Status;
import org.zhaoshang.calls.Call;
import org.zhaoshang.projects.HeldAppraisal;
import org.zhaoshang.projects.Project;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.projects.ProjectForm;
import org.zhaoshang.projects.UploadedAppraisals;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.rules.Finding;

/** One row on its way through an import; every step of {@link ProjectImportBatch} adds what it found. */
final class UploadedRow {
    final ProjectSheet.Said said;
    final List<Finding> errors = new ArrayList<>();

    @Nullable
    Call call;

    /** What the row says was held; null where its cells are empty. */
    @Nullable
    HeldAppraisal appraisal;

    /** The record it stands for; null for a new one. */
    @Nullable
    Project stored;

    /** What the record's fields are to be. */
    @Nullable
    ProjectFields fields;

    /** Whether {@link #appraisal} is not recorded with the project yet. */
    boolean appraisalIsNew;

    boolean unchanged;

    /** An earlier row of the file that bears the same name. */
    @Nullable
    Integer sameNameRow;

    List<Finding> findings = List.of();

    /** As stored by this import. */
    @Nullable
    Project project;

    @Nullable
    ObjectNode before;

    @Nullable
    Long seenVersion;

    UploadedAppraisals.@Nullable Recorded recorded;

    UploadedRow(ProjectSheet.Said said) {
        this.said = said;
    }

    Status status() {
        if (!errors.isEmpty()) {
            return Status.REJECTED;
        }
        if (stored == null) {
            return Status.CREATED;
        }
        return unchanged ? Status.UNCHANGED : Status.UPDATED;
    }

    /** As the form takes it: what it refuses stands among the errors already. */
    Reading reading() {
        return new Reading(said.values(), List.of());
    }

    Call call() {
        return Objects.requireNonNull(call);
    }

    ProjectFields fields() {
        return Objects.requireNonNull(fields);
    }

    @Nullable
    HeldAppraisal newAppraisal() {
        return appraisalIsNew ? appraisal : null;
    }

    /** What the history of the project says beside its fields. */
    JsonNode beside() {
        return recorded == null ? NullNode.getInstance() : recorded.summary();
    }

    /** Field by field for a record that was there; for a new one only the appraisal that came with it. */
    List<Change> changes(ProjectForm form) {
        List<Change> changes = new ArrayList<>();
        if (stored != null && !unchanged) {
            changes.addAll(Change.between(Objects.requireNonNull(before), form.document(fields())));
        }
        if (newAppraisal() != null) {
            changes.add(new Change("/appraisals", NullNode.getInstance(), beside()));
        }
        return changes;
    }
}
