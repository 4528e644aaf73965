package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Takes back what an import did: new records go, changed ones get their fields back, as long as nobody touched them since. */
final class RecordUndo<R, F> {
    private static final Text MOVED_ON = new Text("导入之后又有人修改过，没有撤销", "changed since the import: not undone");

    private final Records<R, F> records;
    private final String unit;
    private final String reason;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<R> deleted = new ArrayList<>();
    private final List<Records.Judged<R, F>> restored = new ArrayList<>();

    RecordUndo(Records<R, F> records, String unit, String reason) {
        this.records = records;
        this.unit = unit;
        this.reason = reason;
    }

    List<Verdict> undo(List<Verdict> done) {
        Set<String> codes =
                done.stream().map(Verdict::code).flatMap(Stream::ofNullable).collect(Collectors.toSet());
        Map<UUID, R> present = records.matching(unit, codes, Set.of(), Set.of(), true).stream()
                .collect(Collectors.toMap(records::id, record -> record));
        done.forEach(made -> undo(made, present.get(Objects.requireNonNull(made.record()))));
        if (!deleted.isEmpty()) {
            records.deleted(deleted, reason);
        }
        if (!restored.isEmpty()) {
            records.revised(restored, records.findings(restored), "revert", reason);
        }
        return verdicts;
    }

    private void undo(Verdict made, @Nullable R record) {
        Text why = record == null || !Objects.equals(made.leftVersion(), records.version(record))
                ? MOVED_ON
                : made.status() == Verdict.Status.CREATED ? records.kept(record) : records.closed(record);
        if (record == null || why != null) {
            verdicts.add(Verdict.rejected(
                    made.row(),
                    made.record(),
                    made.code(),
                    made.externalId(),
                    List.of(Finding.of("STATE", "", Map.of("problem", Objects.requireNonNullElse(why, MOVED_ON))))));
            return;
        }
        if (made.status() == Verdict.Status.CREATED) {
            deleted.add(record);
        } else {
            restored.add(new Records.Judged<>(asBefore(record, made.changes()), record));
        }
        verdicts.add(new Verdict(
                made.row(),
                Verdict.Status.UPDATED,
                made.record(),
                made.leftVersion(),
                null,
                made.code(),
                made.externalId(),
                null,
                List.of(),
                List.of(),
                made.changes().stream()
                        .map(change -> new Change(change.pointer(), change.to(), change.from()))
                        .toList()));
    }

    private F asBefore(R record, List<Change> changes) {
        ObjectNode values = records.document(records.fieldsOf(record));
        changes.forEach(change -> values.set(change.pointer().substring(1), change.from()));
        return records.fields(values);
    }
}
