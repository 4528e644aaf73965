package org.zhaoshang.shared.files;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Takes away the files that no record refers to: at each start, and when a record lets go of its file. */
@ApplicationScoped
class FileSweep {
    private static final Logger LOG = Logger.getLogger(FileSweep.class);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    /** Of an upload that another server is still receiving; none takes so long. */
    private static final Duration ARRIVING = Duration.ofHours(24);
    /** Few enough that nobody who keeps a file waits long for the sweep. */
    private static final int BATCH = 500;

    private final FileStore store;
    private final Instance<FileOwner> owners;
    private final EntityManager database;

    FileSweep(FileStore store, @Any Instance<FileOwner> owners, EntityManager database) {
        this.store = store;
        this.owners = owners;
        this.database = database;
    }

    /** After the migrations and the seeds. A sweep that fails leaves files behind and keeps nobody from working. */
    void sweepAtStart(@Observes @Priority(500) StartupEvent start) {
        try {
            int swept = sweep();
            if (swept > 0) {
                LOG.infof("Swept %d files that no record refers to", swept);
            }
        } catch (IOException | RuntimeException failure) {
            LOG.error("The files could not be swept", failure);
        }
    }

    void sweepReleased(@Observes(during = TransactionPhase.AFTER_SUCCESS) FileReleased released) {
        try {
            sweep(List.of(released.sha256()));
        } catch (RuntimeException failure) {
            LOG.error("A released file stays until the next start", failure);
        }
    }

    int sweep() throws IOException {
        int swept = 0;
        try (Stream<Path> arriving = Files.list(store.root().resolve(FileStore.INCOMING))) {
            for (Path file : arriving.filter(FileSweep::isLeftBehind).toList()) {
                Files.deleteIfExists(file);
                swept++;
            }
        }
        try (Stream<Path> files = Files.walk(store.root(), 2)) {
            List<String> batch = new ArrayList<>();
            for (String name :
                    (Iterable<String>) files.map(file -> file.getFileName().toString())
                            .filter(name -> HASH.matcher(name).matches())::iterator) {
                batch.add(name);
                if (batch.size() == BATCH) {
                    swept += sweep(batch);
                    batch = new ArrayList<>();
                }
            }
            return swept + sweep(batch);
        }
    }

    /** Holds the lock that keepers share, so every record that could refer to these files is visible. */
    private int sweep(List<String> hashes) {
        if (hashes.isEmpty()) {
            return 0;
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            boolean alone =
                    (boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(" + FileStore.LOCK + ")")
                            .getSingleResult();
            if (!alone) {
                return 0;
            }
            Set<String> known = new HashSet<>();
            owners.forEach(owner -> known.addAll(owner.known(hashes)));
            int swept = 0;
            for (String hash : hashes) {
                if (!known.contains(hash) && Files.deleteIfExists(store.path(hash))) {
                    swept++;
                }
            }
            return swept;
        });
    }

    private static boolean isLeftBehind(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file)
                            .toInstant()
                            .isBefore(Instant.now().minus(ARRIVING));
        } catch (IOException gone) {
            return false;
        }
    }
}
