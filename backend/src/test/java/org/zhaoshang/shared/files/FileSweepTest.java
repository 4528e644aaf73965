package org.zhaoshang.shared.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class FileSweepTest {
    @TempDir
    Path folder;

    @Inject
    FileStore store;

    @Inject
    FileSweep sweep;

    private StoredFile keep() throws Exception {
        Path upload = Files.write(
                folder.resolve("upload"), SampleFile.pdf(UUID.randomUUID().toString()));
        return QuarkusTransaction.requiringNew().call(() -> store.keep(upload));
    }

    @Test
    void takesAwayWhatNoRecordRefersTo() throws Exception {
        StoredFile orphan = keep();
        assertThat(store.find(orphan.sha256())).isPresent();
        sweep.sweep();
        assertThat(store.find(orphan.sha256())).isEmpty();
    }

    @Test
    void waitsForThoseWhoAreStillWriting() throws Exception {
        Path upload = Files.write(
                folder.resolve("upload"), SampleFile.pdf(UUID.randomUUID().toString()));
        QuarkusTransaction.requiringNew().run(() -> {
            StoredFile kept = store.keep(upload);
            try {
                sweep.sweep();
            } catch (java.io.IOException failure) {
                throw new AssertionError(failure);
            }
            assertThat(store.find(kept.sha256())).isPresent();
        });
    }

    @Test
    void takesAwayUploadsThatNeverArrived() throws Exception {
        Path incoming = store.root().resolve(FileStore.INCOMING);
        Path old = Files.createFile(incoming.resolve(UUID.randomUUID().toString()));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path fresh = Files.createFile(incoming.resolve(UUID.randomUUID().toString()));
        sweep.sweep();
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }
}
