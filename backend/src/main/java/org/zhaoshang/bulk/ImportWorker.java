package org.zhaoshang.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.queue.WorkQueue;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** Carries the imports out. */
@ApplicationScoped
class ImportWorker implements WorkQueue {
    static final String TABLE = "imports";

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    private static final Text BROKE = new Text(
            "系统未能完成这次导入，没有导入任何数据；请稍后重新上传",
            "The import could not be finished and nothing was stored: upload again later");

    private final Imports imports;
    private final ImportPass pass;
    private final Verdicts verdicts;
    private final CityClock clock;

    ImportWorker(Imports imports, ImportPass pass, Verdicts verdicts, CityClock clock) {
        this.imports = imports;
        this.pass = pass;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<UUID> waiting() {
        return imports.waiting();
    }

    @Override
    public boolean isOpen(UUID id) {
        return !imports.findById(id).state().isOver();
    }

    @Override
    public void work(UUID id) throws IOException, Stopped {
        QuarkusTransaction.requiringNew().run(() -> imports.findById(id).started(clock.now()));
        Import running = imports.findById(id);
        imports.getEntityManager().refresh(running);
        // Its row is not to be written before the end: the progress is noted beside this transaction and would wait for
        // it.
        imports.getEntityManager().detach(running);
        Tally rows = running.revertsImport().isPresent()
                ? pass.back(running, running.revertsImport().get())
                : forward(running);
        Import done = imports.findById(id);
        done.understood(running.columns());
        done.ended(ImportState.COMPLETED, rows, List.of(), clock.now());
    }

    /** All or none is planned first: nothing that would have to be taken back is ever written. */
    private Tally forward(Import running) throws IOException, Stopped {
        if (running.isDryRun() || running.mode() == ImportMode.ATOMIC) {
            Tally planned = pass.over(running, false);
            if (running.isDryRun()) {
                return planned;
            }
            if (planned.rejected() > 0) {
                verdicts.markNotApplied(running.id());
                return planned.withNothingApplied();
            }
            verdicts.forget(running.id());
        }
        return pass.over(running, true);
    }

    @Override
    public void ended(UUID id, Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof Stopped)) {
            cause = cause.getCause();
        }
        Import over = imports.findById(id);
        if (cause instanceof Stopped stopped) {
            over.ended(stopped.how(), stopped.rows(), stopped.findings(), clock.now());
        } else {
            LOG.errorf(failure, "Import %s failed", id);
            over.ended(ImportState.FAILED, Tally.NONE, List.of(broke()), clock.now());
        }
    }

    private static Finding broke() {
        return Finding.of("STATE", "", Map.of("problem", BROKE));
    }
}
