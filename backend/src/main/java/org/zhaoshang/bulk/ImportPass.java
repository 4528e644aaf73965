package org.zhaoshang.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.files.FileStore;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.sheet.Incoming;
import org.zhaoshang.shared.sheet.IncomingFile;
import org.zhaoshang.shared.sheet.SheetRefused;

/**
 * Reads an import's file once and judges its rows part by part, in one transaction: what it stores becomes visible when all
 * of it is done, and a server that is killed on the way has done nothing. Memory holds one part, whatever the file's size.
 */
@ApplicationScoped
class ImportPass {
    /** Few enough to sit in memory with their findings, many enough that a look-up serves a thousand rows. */
    static final int PART = 1000;

    private static final Text PLAN_MOVED = new Text(
            "试导入之后有记录被改动（第 %d 行），没有导入任何数据；请重新试导入", "Row %d is no longer as planned: nothing was applied, plan again");

    private final FileStore files;
    private final Imports imports;
    private final ImportKinds kinds;
    private final Verdicts verdicts;
    private final EntityManager database;

    ImportPass(FileStore files, Imports imports, ImportKinds kinds, Verdicts verdicts, EntityManager database) {
        this.files = files;
        this.imports = imports;
        this.kinds = kinds;
        this.verdicts = verdicts;
        this.database = database;
    }

    /**
     * @param store false to plan only
     * @throws Stopped when the file can not be read to its end, someone asked to stop, or the plan that this import applies
     *     no longer holds
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Tally over(Import running, boolean store) throws IOException, Stopped {
        planForNow();
        ImportKind kind = kinds.named(running.kind());
        ImportBatch batch = kind.begin(running.caller(), running.reason());
        Tally tally = Tally.NONE;
        try (Incoming rows = open(running, kind)) {
            running.understood(rows.columns());
            for (List<Incoming.Row> part = part(rows); !part.isEmpty(); part = part(rows)) {
                List<@Nullable String> names = names(part, kind);
                List<Verdict> judged = named(batch.take(part, store), names);
                tally = tally.plus(judged);
                if (running.appliesImport().isPresent()) {
                    requireAsPlanned(running.appliesImport().get(), judged, tally);
                }
                verdicts.keep(running.id(), judged);
                database.clear();
                if (imports.progress(running.id(), tally.total())) {
                    throw new Stopped(ImportState.CANCELLED, tally, List.of());
                }
            }
        } catch (SheetRefused refused) {
            throw new Stopped(ImportState.FAILED, tally, refused.findings());
        }
        if (store) {
            batch.finish();
        }
        return tally;
    }

    /** Takes back what another import did. */
    @Transactional(Transactional.TxType.MANDATORY)
    Tally back(Import running, UUID done) throws Stopped {
        planForNow();
        ImportBatch batch = kinds.named(running.kind()).begin(running.caller(), running.reason());
        Tally tally = Tally.NONE;
        for (List<Verdict> part = verdicts.after(done, 0, PART);
                !part.isEmpty();
                part = verdicts.after(done, part.getLast().row(), PART)) {
            List<Verdict> stored = part.stream()
                    .filter(verdict ->
                            verdict.status() == Verdict.Status.CREATED || verdict.status() == Verdict.Status.UPDATED)
                    .toList();
            List<@Nullable String> names = new ArrayList<>();
            stored.forEach(verdict -> names.add(verdict.name()));
            List<Verdict> undone = named(batch.undo(stored), names);
            tally = tally.plus(undone);
            verdicts.keep(running.id(), undone);
            database.clear();
            if (imports.progress(running.id(), tally.total())) {
                throw new Stopped(ImportState.CANCELLED, tally, List.of());
            }
        }
        batch.finish();
        return tally;
    }

    /** Before the batch takes the rows: it may write in them. */
    private static List<@Nullable String> names(List<Incoming.Row> part, ImportKind kind) {
        List<@Nullable String> names = new ArrayList<>(part.size());
        part.forEach(row -> names.add(RowName.of(row, kind)));
        return names;
    }

    private static List<Verdict> named(List<Verdict> verdicts, List<@Nullable String> names) {
        List<Verdict> named = new ArrayList<>(verdicts.size());
        for (int at = 0; at < verdicts.size(); at++) {
            named.add(verdicts.get(at).named(names.get(at)));
        }
        return named;
    }

    Incoming open(Import of, ImportKind kind) throws IOException, SheetRefused {
        Path file = files.find(of.sha256())
                .orElseThrow(() -> new IOException("the file of import " + of.id() + " is gone"));
        return IncomingFile.open(file, of.declared(), kind.form(), kind.codes(), of.mapping());
    }

    /**
     * Tables grow a hundredfold in this very transaction: a plan that the database keeps from its beginning would read them
     * whole for every row at its end.
     */
    private void planForNow() {
        database.createNativeQuery("set local plan_cache_mode = force_custom_plan")
                .executeUpdate();
    }

    private static List<Incoming.Row> part(Incoming rows) throws IOException, SheetRefused {
        List<Incoming.Row> part = new ArrayList<>(PART);
        for (Incoming.@Nullable Row row = null; part.size() < PART && (row = rows.next()) != null; ) {
            part.add(row);
        }
        return part;
    }

    private void requireAsPlanned(UUID plan, List<Verdict> judged, Tally tally) throws Stopped {
        List<Verdict> planned = verdicts.after(plan, judged.getFirst().row() - 1, judged.size());
        for (int at = 0; at < judged.size(); at++) {
            if (at >= planned.size() || !judged.get(at).isAsPlanned(planned.get(at))) {
                int row = judged.get(at).row();
                Text problem =
                        new Text(PLAN_MOVED.zh().formatted(row), PLAN_MOVED.en().formatted(row));
                throw new Stopped(
                        ImportState.FAILED,
                        tally,
                        List.of(Finding.of("STATE", "", Map.of("problem", problem, "row", row))));
            }
        }
    }
}
