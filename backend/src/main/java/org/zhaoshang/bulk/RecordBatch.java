package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Severity;
import org.zhaoshang.shared.sheet.Incoming;
import org.zhaoshang.units.Units;

/** One upload of records at work. Every part is looked up, judged and stored with a fixed number of statements. */
final class RecordBatch<R, F> implements ImportBatch {
    private final Records<R, F> records;
    private final RecordSheet sheet;
    private final Units units;
    private final String unit;
    private final String reason;
    private final SeenRows seen = new SeenRows();

    /** @param unit whose rows they are: uploads are made for one */
    RecordBatch(Records<R, F> records, RecordSheet sheet, Units units, String unit, String reason) {
        this.records = records;
        this.sheet = sheet;
        this.units = units;
        this.unit = unit;
        this.reason = reason;
    }

    @Override
    public List<Verdict> take(List<Incoming.Row> rows, boolean store) {
        List<RecordRow<R, F>> taken = rows.stream().map(this::read).toList();
        records.prepare(unit, taken.stream().map(row -> row.said.values()).toList());
        RecordMatches<R, F> matches = new RecordMatches<>(taken, records, unit, store);
        taken.forEach(row -> plan(row, matches));
        judge(taken);
        if (store) {
            store(taken);
        }
        return taken.stream().map(row -> verdict(row, store)).toList();
    }

    private RecordRow<R, F> read(Incoming.Row row) {
        JsonNode named = row.values().path("unitCode");
        if (named.isTextual()) {
            row.values().put("unitCode", units.codeOf(named.textValue()));
        }
        RecordRow<R, F> taken = new RecordRow<>(sheet.read(row, records::read));
        taken.errors.addAll(taken.said.refused());
        JsonNode code = taken.said.values().path("unitCode");
        if (code.isTextual() && !code.textValue().equals(unit)) {
            taken.errors.add(Finding.of("SCOPE", "/unitCode", Map.of("unit", named.textValue())));
        }
        taken.said.values().put("unitCode", unit);
        return taken;
    }

    private void plan(RecordRow<R, F> row, RecordMatches<R, F> matches) {
        row.stored = matches.of(row);
        if (!row.errors.isEmpty()) {
            return;
        }
        try {
            if (row.stored == null) {
                row.fields = records.create(row.reading(), unit);
            } else {
                revise(row, row.stored);
            }
        } catch (Problem refused) {
            row.errors.addAll(refused.findings());
        }
        if (row.errors.isEmpty()) {
            matches.requireOnce(row, seen);
        }
        if (row.errors.isEmpty() && !row.unchanged) {
            word(row, List.of());
            row.errors.addAll(records.refused(row.fields(), row.stored, row.said.row()));
        }
    }

    private void revise(RecordRow<R, F> row, R stored) {
        F present = records.fieldsOf(stored);
        row.seenVersion = records.version(stored);
        row.before = records.document(present);
        row.said.values().remove("unitCode");
        row.fields = records.merge(stored, row.reading());
        row.unchanged = row.fields.equals(present) && saysNothingNew(row, present);
        Text closed = row.unchanged ? null : records.closed(stored);
        if (closed != null) {
            row.errors.add(Finding.of("STATE", "", Map.of("problem", closed)));
        }
    }

    /** The words as the export writes them. */
    private boolean saysNothingNew(RecordRow<R, F> row, F present) {
        return row.said.words() == null || row.said.words().equals(JustificationText.read(records.words(present)));
    }

    private void judge(List<RecordRow<R, F>> taken) {
        List<RecordRow<R, F>> live =
                taken.stream().filter(row -> row.errors.isEmpty()).toList();
        find(live);
        List<RecordRow<R, F>> worded =
                live.stream().filter(row -> row.said.words() != null).toList();
        worded.forEach(this::explain);
        find(worded);
    }

    private void find(List<RecordRow<R, F>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<List<Finding>> findings =
                records.findings(rows.stream().map(RecordRow::judged).toList());
        for (int at = 0; at < rows.size(); at++) {
            rows.get(at).findings = findings.get(at);
        }
    }

    /** Words that name no rule answer those that ask, which are known only now. */
    private void explain(RecordRow<R, F> row) {
        List<String> asking = row.findings.stream()
                .filter(finding -> finding.severity() == Severity.EXPLAIN)
                .map(Finding::rule)
                .distinct()
                .toList();
        word(row, asking);
        if (row.stored != null) {
            row.unchanged = row.fields().equals(records.fieldsOf(row.stored));
        }
    }

    /** Puts the row's words into its fields: those that name their rule, and the rest for the rules that ask. */
    private void word(RecordRow<R, F> row, List<String> asking) {
        if (row.said.words() != null) {
            ObjectNode values = records.document(row.fields());
            values.set("justifications", row.said.words().answering(asking));
            row.fields = records.fields(values);
        }
    }

    private void store(List<RecordRow<R, F>> taken) {
        List<RecordRow<R, F>> updated = with(taken, Verdict.Status.UPDATED);
        if (!updated.isEmpty()) {
            records.revised(judged(updated), findings(updated), "update", reason);
            updated.forEach(row -> row.written = row.stored);
        }
        List<RecordRow<R, F>> created = with(taken, Verdict.Status.CREATED);
        if (!created.isEmpty()) {
            List<R> made = records.created(judged(created), findings(created), reason);
            for (int at = 0; at < created.size(); at++) {
                created.get(at).written = made.get(at);
                seen.add(records.id(made.get(at)), created.get(at).said.row());
            }
        }
    }

    private List<RecordRow<R, F>> with(List<RecordRow<R, F>> rows, Verdict.Status status) {
        return rows.stream().filter(row -> row.status() == status).toList();
    }

    private List<Records.Judged<R, F>> judged(List<RecordRow<R, F>> rows) {
        return rows.stream().map(RecordRow::judged).toList();
    }

    private List<List<Finding>> findings(List<RecordRow<R, F>> rows) {
        return new ArrayList<>(rows.stream().map(row -> row.findings).toList());
    }

    private Verdict verdict(RecordRow<R, F> row, boolean stored) {
        if (!row.errors.isEmpty()) {
            return Verdict.rejected(
                    row.said.row(),
                    row.stored == null ? null : records.id(row.stored),
                    row.stored == null ? row.said.code() : records.code(row.stored),
                    row.said.externalId(),
                    row.errors);
        }
        R record = row.written != null ? row.written : row.stored;
        return new Verdict(
                row.said.row(),
                row.status(),
                record == null ? null : records.id(record),
                row.seenVersion,
                stored && row.written != null ? Long.valueOf(records.version(row.written)) : null,
                record == null ? null : records.code(record),
                records.externalId(row.fields()),
                row.stored == null ? records.key(records.document(row.fields())) : null,
                List.of(),
                row.findings,
                row.changes(records));
    }

    @Override
    public List<Verdict> undo(List<Verdict> done) {
        return new RecordUndo<>(records, unit, reason).undo(done);
    }

    @Override
    public void finish() {
        records.finish();
    }
}
