package org.zhaoshang.shared.files;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.zhaoshang.shared.embedded.EmbeddedSettings;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.start.StartRefused;

/**
 * Files on disk under the hash of their content. A file is complete under its name or not there at all; the record that
 * refers to it is written in the transaction that keeps it, and what a rolled-back one leaves behind {@link FileSweep}
 * takes away.
 */
@ApplicationScoped
public class FileStore {
    /** Keepers hold it shared until they commit, the sweep alone: it never takes a file whose record is on its way. */
    static final String LOCK = "hashtextextended('zhaoshang.files', 0)";
    /** Uploads arrive here too, see {@code quarkus.http.body.uploads-directory}. */
    static final String INCOMING = "incoming";

    private static final Logger LOG = Logger.getLogger(FileStore.class);
    private static final Text NO_ROOM =
            new Text("文件暂时无法保存，请稍后重试或联系管理员", "The file can not be saved now: try again or ask the administrator");
    /** Long enough for a person to make room on the disk. */
    private static final int TRY_AGAIN_SECONDS = 60;

    private final EntityManager database;
    private final FileSettings settings;
    private final EmbeddedSettings place;

    FileStore(EntityManager database, FileSettings settings, EmbeddedSettings place) {
        this.database = database;
        this.settings = settings;
        this.place = place;
    }

    void open(@Observes @Priority(50) StartupEvent start) {
        if (settings.directory().isEmpty() && !place.demonstration()) {
            throw new StartRefused("There is no folder for uploaded files: set ZHAOSHANG_FILES_DIRECTORY to one that is"
                    + " backed up together with the database.");
        }
        try {
            Files.createDirectories(
                    root().resolve(INCOMING),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException failure) {
            throw new StartRefused(
                    "The folder for uploaded files, " + root() + ", can not be written (" + failure.getMessage()
                            + "): change its owner or set ZHAOSHANG_FILES_DIRECTORY.",
                    failure);
        }
    }

    /**
     * Copies a file into the store, in parts, and returns when it is on disk. Join it with the writing of its record.
     *
     * @throws Problem 503 when the disk refuses
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public StoredFile keep(Path upload) {
        database.createNativeQuery("select 1 from (select pg_advisory_xact_lock_shared(" + LOCK + ")) locked")
                .getSingleResult();
        Path copy = arriving();
        try {
            StoredFile stored = copy(upload, copy);
            Path folder = Files.createDirectories(folder(stored.sha256()));
            Files.move(copy, folder.resolve(stored.sha256()), StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
            return stored;
        } catch (IOException failure) {
            LOG.error("A file could not be kept", failure);
            discard(copy);
            throw Problem.unavailable(NO_ROOM, TRY_AGAIN_SECONDS);
        }
    }

    /**
     * Writes what arrives to a {@link #arriving} place as it comes.
     *
     * @return the SHA-256 of it all
     * @throws IOException when the body breaks off
     * @throws Problem 503 when the disk refuses
     */
    public String receive(InputStream body, Path place) throws IOException {
        MessageDigest digest = sha256();
        byte[] part = new byte[1 << 16];
        try (OutputStream disk = written(() -> Files.newOutputStream(place))) {
            for (int read; (read = body.read(part)) >= 0; ) {
                int length = read;
                digest.update(part, 0, length);
                written(() -> {
                    disk.write(part, 0, length);
                    return length;
                });
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private interface Writing<T> {
        T write() throws IOException;
    }

    private static <T> T written(Writing<T> writing) {
        try {
            return writing.write();
        } catch (IOException failure) {
            LOG.error("A file that arrives could not be written", failure);
            throw Problem.unavailable(NO_ROOM, TRY_AGAIN_SECONDS);
        }
    }

    /** A place for a file that is on its way in; what a killed server leaves there is swept. */
    public Path arriving() {
        return root().resolve(INCOMING).resolve(UUID.randomUUID().toString());
    }

    /** The file of that hash, if it is there. */
    public Optional<Path> find(String sha256) {
        return Optional.of(path(sha256)).filter(Files::isRegularFile);
    }

    Path root() {
        return settings.directory()
                .orElseGet(() -> place.dataDirectory().resolve("files"))
                .toAbsolutePath();
    }

    Path path(String sha256) {
        return folder(sha256).resolve(sha256);
    }

    /** Two levels, so that no folder grows beyond what people and tools can list. */
    private Path folder(String sha256) {
        return root().resolve(sha256.substring(0, 2));
    }

    private static StoredFile copy(Path from, Path to) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (InputStream source = Files.newInputStream(from);
                FileChannel target = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] part = new byte[1 << 16];
            for (int read; (read = source.read(part)) > 0; size += read) {
                digest.update(part, 0, read);
                for (ByteBuffer rest = ByteBuffer.wrap(part, 0, read); rest.hasRemaining(); ) {
                    target.write(rest);
                }
            }
            target.force(true);
        }
        return new StoredFile(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** The new name is part of the folder, which has to reach the disk as well. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.warn("A partial file stays until the next start", failure);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }
}
