package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.sheet.NamedCodes;
import org.zhaoshang.shared.sheet.Template;
import org.zhaoshang.units.Units;

/**
 * A kind of upload whose sheet has a cell for each field of its record: what it must say itself is {@link Records}. A bean of
 * it is a {@code @Singleton}: without a proxy it needs no second constructor.
 */
public abstract class RecordImport<R, F> implements ImportKind {
    private final RecordSheet sheet;
    private final NamedCodes codes;
    private final Units units;

    protected RecordImport(RecordSheet sheet, NamedCodes codes, Units units) {
        this.sheet = sheet;
        this.codes = codes;
        this.units = units;
    }

    /** The records as this caller writes them, for one import. */
    protected abstract Records<R, F> records(Caller caller);

    @Override
    public Template template() {
        return sheet.template(codes);
    }

    @Override
    public NamedCodes codes() {
        return codes;
    }

    @Override
    public ImportBatch begin(Caller caller, String reason) {
        return batch(records(caller), caller, reason);
    }

    /** An import at work with records made for it. */
    protected final ImportBatch batch(Records<R, F> records, Caller caller, String reason) {
        return new RecordBatch<>(
                records,
                sheet,
                units,
                Objects.requireNonNull(caller.unitCode(), "uploads are made for a unit"),
                reason);
    }

    @Override
    public List<Verdict> moved(Caller caller, List<Verdict> planned) {
        Records<R, F> records = records(caller);
        List<Verdict> created = planned.stream()
                .filter(verdict -> verdict.status() == Verdict.Status.CREATED)
                .toList();
        Map<UUID, R> byId = new HashMap<>();
        Set<String> externalIds = new HashSet<>();
        Set<String> keys = new HashSet<>();
        records.matching(
                        Objects.requireNonNull(caller.unitCode()),
                        texts(planned, Verdict::code),
                        texts(created, Verdict::externalId),
                        texts(created, Verdict::key),
                        false)
                .forEach(record -> {
                    F fields = records.fieldsOf(record);
                    byId.put(records.id(record), record);
                    Stream.ofNullable(records.externalId(fields)).forEach(externalIds::add);
                    Stream.ofNullable(records.key(records.document(fields))).forEach(keys::add);
                });
        return planned.stream()
                .filter(verdict -> {
                    if (verdict.record() == null) {
                        return verdict.externalId() != null
                                ? externalIds.contains(verdict.externalId())
                                : verdict.key() != null && keys.contains(verdict.key());
                    }
                    R now = byId.get(verdict.record());
                    return now == null || !Objects.equals(records.version(now), verdict.seenVersion());
                })
                .toList();
    }

    private static Set<String> texts(List<Verdict> verdicts, Function<Verdict, @Nullable String> text) {
        return verdicts.stream().map(text).flatMap(Stream::ofNullable).collect(Collectors.toSet());
    }

    @Override
    public ObjectNode asSheet(ObjectNode said, @Nullable ObjectNode stored) {
        return sheet.ofJson(said, stored);
    }

    @Override
    public Finding atColumn(Finding finding) {
        return RecordSheet.atColumn(finding);
    }
}
