package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.files.FileReleased;
import org.zhaoshang.shared.files.FileStore;
import org.zhaoshang.shared.files.StoredFile;
import org.zhaoshang.shared.queue.Claims;
import org.zhaoshang.shared.queue.WorkQueue;
import org.zhaoshang.shared.time.CityClock;

/** Makes the files, and takes those away whose days are over. */
@ApplicationScoped
class ExportWorker implements WorkQueue {
    static final String TABLE = "exports";

    private static final Logger LOG = Logger.getLogger(ExportWorker.class);

    private final Exports exports;
    private final Claims claims;
    private final ExportKinds kinds;
    private final FileStore files;
    private final Trail trail;
    private final ObjectMapper json;
    private final Event<FileReleased> released;
    private final CityClock clock;

    ExportWorker(
            Exports exports,
            Claims claims,
            ExportKinds kinds,
            FileStore files,
            Trail trail,
            ObjectMapper json,
            Event<FileReleased> released,
            CityClock clock) {
        this.exports = exports;
        this.claims = claims;
        this.kinds = kinds;
        this.files = files;
        this.trail = trail;
        this.json = json;
        this.released = released;
        this.clock = clock;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<UUID> waiting() {
        return exports.waiting();
    }

    @Override
    public boolean isOpen(UUID id) {
        return !exports.findById(id).isOver();
    }

    @Override
    public void work(UUID id) throws IOException {
        QuarkusTransaction.requiringNew().run(() -> exports.findById(id).started(clock.now()));
        Export running = exports.findById(id);
        exports.getEntityManager().refresh(running);
        Path file = files.arriving();
        try {
            int rows;
            try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                rows = write(running, output);
            }
            StoredFile stored = files.keep(file);
            exports.findById(id).completed(rows, stored, clock.now());
            note(running, rows);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private int write(Export running, OutputStream output) throws IOException {
        ExportKind<?> kind = kinds.named(running.kind());
        RowScope scope = RowScope.of(running.caller());
        List<UUID> ids = QuarkusTransaction.requiringNew().call(() -> kind.ids(running.filter(), scope));
        kind.file().write(running.format(), new ListFile.Selection(ids, scope, running.language()), output);
        return ids.size();
    }

    /** As of a list that was taken at once: the rows leave from now on. */
    private void note(Export done, int rows) {
        ObjectNode what = json.createObjectNode()
                .put("format", done.format().suffix())
                .put("rows", rows)
                .put("export", done.id().toString())
                .set("filter", json.valueToTree(done.filter()));
        trail.change(
                done.caller(),
                new Subject("export", done.kind(), done.unitCode().orElse(null)),
                "export",
                done.reason().orElse(null),
                0,
                NullNode.getInstance(),
                what);
    }

    @Override
    public void ended(UUID id, Throwable failure) {
        LOG.errorf(failure, "Export %s failed", id);
        exports.findById(id).failed(clock.now());
    }

    @Override
    public void tidy() {
        exports.expired(clock.now()).forEach(this::letGo);
    }

    private void letGo(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            Export over = exports.findById(id);
            if (over != null && claims.take(id)) {
                exports.delete(over);
                over.sha256().ifPresent(sha256 -> released.fire(new FileReleased(sha256)));
            }
        });
    }
}
