package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.JustificationText;
import org.zhaoshang.bulk.Records;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.fields.RecordForm;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.search.Keys;

/** Signed projects as an upload writes them. A row without code or external id is known by its name within the unit. */
final class SignedProjectRecords implements Records<SignedProject, SignedProjectFields> {
    private final SigningImportParts parts;
    private final RecordForm<SignedProjectFields> form;
    private final ShareText shares;
    private final Caller caller;
    private final Instant now;
    /** What was asked of the reserve library, so that a project is asked for once. */
    private final Map<String, List<Finding>> reserve = new HashMap<>();

    SignedProjectRecords(SigningImportParts parts, Caller caller) {
        this.parts = parts;
        this.form = parts.form().records();
        this.shares = parts.shares();
        this.caller = caller;
        this.now = parts.clock().now();
    }

    @Override
    public Reading read(ObjectNode values) {
        return shares.read(values, form);
    }

    @Override
    public SignedProjectFields create(Reading reading, String unitCode) {
        return form.create(reading, unitCode);
    }

    @Override
    public SignedProjectFields merge(SignedProject record, Reading patch) {
        return parts.form().merge(record.fields(), patch);
    }

    @Override
    public @Nullable Text closed(SignedProject record) {
        return null;
    }

    @Override
    public @Nullable Text kept(SignedProject record) {
        return record.isBound() ? SigningPermits.BOUND : null;
    }

    @Override
    public ObjectNode document(SignedProjectFields fields) {
        return form.document(fields);
    }

    @Override
    public SignedProjectFields fields(ObjectNode document) {
        return form.fields(document);
    }

    @Override
    public UUID id(SignedProject record) {
        return record.id();
    }

    @Override
    public long version(SignedProject record) {
        return record.version();
    }

    @Override
    public String code(SignedProject record) {
        return record.code();
    }

    @Override
    public SignedProjectFields fieldsOf(SignedProject record) {
        return record.fields();
    }

    @Override
    public @Nullable String externalId(SignedProjectFields fields) {
        return fields.externalId();
    }

    @Override
    public @Nullable String key(ObjectNode values) {
        JsonNode name = values.path("name");
        return name.isTextual() ? Keys.key(name.textValue()) : null;
    }

    @Override
    public String words(SignedProjectFields fields) {
        return JustificationText.write(fields.justifications());
    }

    @Override
    public List<SignedProject> matching(
            String unitCode, Set<String> codes, Set<String> externalIds, Set<String> keys, boolean hold) {
        return parts.projects().matching(unitCode, codes, externalIds, keys, hold);
    }

    /** V23, and a reserve project that the unit does not have. */
    @Override
    public List<Finding> refused(SignedProjectFields fields, @Nullable SignedProject record, int row) {
        Stage from = record == null ? Stage.NEGOTIATING : record.stage();
        List<Finding> refused =
                new ArrayList<>(SignedProjectRules.stageStep(from, fields.stage(), fields.justification("V23")));
        if (fields.reserveProjectCode() != null) {
            refused.addAll(reserve.computeIfAbsent(
                    fields.reserveProjectCode(), code -> parts.reserve().refused(fields)));
        }
        return refused;
    }

    @Override
    public List<List<Finding>> findings(List<Judged<SignedProject, SignedProjectFields>> lot) {
        return parts.findings()
                .of(
                        Objects.requireNonNull(caller.unitCode()),
                        lot.stream()
                                .map(judged -> new SignedProjectFindings.Judged(
                                        judged.fields(),
                                        judged.record() == null
                                                ? null
                                                : judged.record().id(),
                                        StageEvidence.NONE))
                                .toList());
    }

    @Override
    public List<SignedProject> created(
            List<Judged<SignedProject, SignedProjectFields>> lot, List<List<Finding>> findings, String reason) {
        List<String> codes = parts.projects().nextCodes(Objects.requireNonNull(caller.unitCode()), lot.size());
        List<SignedProject> made = new ArrayList<>(lot.size());
        for (int at = 0; at < lot.size(); at++) {
            SignedProject project = new SignedProject(codes.get(at), lot.get(at).fields(), false, caller, now);
            project.judged(findings.get(at));
            made.add(project);
        }
        parts.journal().createdAll(caller, made, reason);
        return made;
    }

    @Override
    public void revised(
            List<Judged<SignedProject, SignedProjectFields>> lot,
            List<List<Finding>> findings,
            String action,
            String reason) {
        List<SignedProject> changed = lot.stream()
                .map(judged -> Objects.requireNonNull(judged.record()))
                .toList();
        Map<UUID, List<Agreement>> further =
                parts.agreements().ofAll(changed.stream().map(SignedProject::id).toList());
        List<SignedProjectJournal.Before> before = new ArrayList<>(lot.size());
        for (int at = 0; at < lot.size(); at++) {
            SignedProject project = changed.get(at);
            before.add(parts.journal().before(project, StageEvidence.NONE));
            SignedProjectFields to = lot.get(at).fields();
            // What is taken back may return to an end whose reason was told beside the row.
            String why = to.justification("V23") == null ? reason : to.justification("V23");
            project.revise(to, further.getOrDefault(project.id(), List.of()), why, caller, now);
            project.judged(findings.get(at));
        }
        parts.journal().revisedAll(caller, changed, before, further, action, reason);
    }

    @Override
    public void deleted(List<SignedProject> lot, String reason) {
        parts.journal().deletedAll(caller, lot, reason);
    }
}
