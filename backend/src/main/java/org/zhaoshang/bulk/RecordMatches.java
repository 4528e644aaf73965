package org.zhaoshang.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Which record each row of a part stands for: by code, else by the unit's own key, else by what the kind is known by. */
final class RecordMatches<R, F> {
    private static final Text CODE = new Text("编号", "Code");
    private static final Text EXTERNAL_ID = new Text("客户编号", "External id");
    private static final Text NO_SUCH_CODE =
            new Text("本单位没有这个编号的记录；新增请把编号留空", "your unit has no record of this code: leave it empty for a new one");
    private static final Text KEY_TAKEN = new Text("本单位已有相同编号的记录", "your unit has a record with this key");

    private final Records<R, F> records;
    private final Map<String, R> byCode = new HashMap<>();
    private final Map<String, R> byExternalId = new HashMap<>();
    private final Map<String, R> byKey = new HashMap<>();

    /** @param hold until the transaction ends, for rows that are to be written */
    RecordMatches(List<RecordRow<R, F>> rows, Records<R, F> records, String unit, boolean hold) {
        this.records = records;
        records.matching(
                        unit,
                        texts(rows, row -> row.said.code()),
                        texts(rows, row -> row.said.externalId()),
                        texts(rows, row -> records.key(row.said.values())),
                        hold)
                .forEach(this::add);
    }

    private void add(R record) {
        F fields = records.fieldsOf(record);
        byCode.put(records.code(record), record);
        put(byExternalId, records.externalId(fields), record);
        put(byKey, records.key(records.document(fields)), record);
    }

    private static <R> void put(Map<String, R> map, @Nullable String key, R record) {
        if (key != null) {
            map.put(key, record);
        }
    }

    /** The record, null for a new one; a code that leads nowhere is an error of the row. */
    @Nullable
    R of(RecordRow<R, F> row) {
        RecordSheet.Said said = row.said;
        if (said.code() != null) {
            R coded = byCode.get(said.code());
            if (coded == null) {
                row.errors.add(format("code", CODE, NO_SUCH_CODE));
            }
            return coded;
        }
        R keyed = said.externalId() == null ? null : byExternalId.get(said.externalId());
        if (keyed != null) {
            return keyed;
        }
        R known = byKey.get(Objects.requireNonNullElse(records.key(said.values()), ""));
        // Two keys of the unit's own are two records, whatever else they share.
        boolean other =
                known != null && said.externalId() != null && records.externalId(records.fieldsOf(known)) != null;
        return other ? null : known;
    }

    /** No two rows of a file write one record, and no key is taken twice. */
    void requireOnce(RecordRow<R, F> row, SeenRows seen) {
        F fields = row.fields();
        String externalId = records.externalId(fields);
        String ownKey = externalId == null ? null : "=" + externalId;
        String key = records.key(records.document(fields));
        Optional<Integer> earlier = row.stored != null
                ? seen.rowOf(records.id(row.stored))
                : Optional.ofNullable(ownKey != null ? ownKey : key).flatMap(seen::rowOf);
        if (earlier.isPresent()) {
            Text problem = new Text(
                    "与第 " + earlier.get() + " 行是同一条记录，本行没有采用",
                    "Row " + earlier.get() + " is the same record: this row was not used");
            row.errors.add(Finding.of("STATE", "", Map.of("problem", problem)));
            return;
        }
        R holder = externalId == null ? null : byExternalId.get(externalId);
        if (holder != null && !holder.equals(row.stored)) {
            row.errors.add(format("externalId", EXTERNAL_ID, KEY_TAKEN));
            return;
        }
        if (row.stored != null) {
            seen.add(records.id(row.stored), row.said.row());
        }
        Stream.of(Optional.ofNullable(ownKey), Optional.ofNullable(key))
                .flatMap(Optional::stream)
                .forEach(known -> seen.add(known, row.said.row()));
    }

    private Set<String> texts(List<RecordRow<R, F>> rows, Function<RecordRow<R, F>, @Nullable String> text) {
        return rows.stream().map(text).flatMap(Stream::ofNullable).collect(Collectors.toSet());
    }

    private static Finding format(String field, Text label, Text problem) {
        return Finding.of("FORMAT", "/" + field, Map.of("label", label, "problem", problem));
    }
}
