package org.zhaoshang.portal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.hibernate.Session;
import org.zhaoshang.portal.PublicSnapshots.Snapshot;
import org.zhaoshang.shared.files.FileReleased;
import org.zhaoshang.shared.files.FileStore;
import org.zhaoshang.shared.files.StoredFile;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;

/** Finds the snapshot to begin a copy with, and takes a new one when there is none that will do. */
@ApplicationScoped
class TakeSnapshot {
    /** Writing all rows is dear; what changed in so short a time is soon caught up with the feed. */
    private static final Duration GOOD_ENOUGH = Duration.ofMinutes(10);
    /** From then on a snapshot is handed out no more, and its token is young still. */
    private static final Duration USABLE = Duration.ofDays(1);
    /** Who got the address of a file at the last moment has hours left to load it. */
    private static final Duration KEPT = USABLE.plusHours(12);

    private static final int LONGEST_SECONDS = 600;
    private static final int ROWS_AT_ONCE = 1000;
    private static final int TRY_AGAIN_SECONDS = 10;
    private static final Text IN_THE_MAKING = new Text("快照正在生成，请稍后重试", "A snapshot is being taken: try again shortly");

    private final PublicSnapshots snapshots;
    private final PublicFeed feed;
    private final FileStore files;
    private final EntityManager database;
    private final Event<FileReleased> released;
    private final CityClock clock;

    TakeSnapshot(
            PublicSnapshots snapshots,
            PublicFeed feed,
            FileStore files,
            EntityManager database,
            Event<FileReleased> released,
            CityClock clock) {
        this.snapshots = snapshots;
        this.feed = feed;
        this.files = files;
        this.database = database;
        this.released = released;
        this.clock = clock;
    }

    /** @throws Problem 503 while the very first one is being taken */
    Snapshot current() {
        Optional<Snapshot> newest = usable();
        if (newest.isPresent()
                && (isYoung(newest.get()) || newest.get().position().equals(feed.position()))) {
            return newest.get();
        }
        return QuarkusTransaction.requiringNew()
                .timeout(LONGEST_SECONDS)
                .call(() -> snapshots.isOurTurn() ? Optional.of(take()) : usable())
                .orElseThrow(() -> Problem.unavailable(IN_THE_MAKING, TRY_AGAIN_SECONDS));
    }

    private Optional<Snapshot> usable() {
        return snapshots.newest(clock.now()).filter(snapshot -> isYounger(snapshot, USABLE));
    }

    private boolean isYoung(Snapshot snapshot) {
        return isYounger(snapshot, GOOD_ENOUGH) && snapshot.position().stream().equals(feed.position().stream());
    }

    private boolean isYounger(Snapshot snapshot, Duration age) {
        Instant now = clock.now();
        return snapshot.createdAt().plus(age).isAfter(now)
                && !snapshot.createdAt().isAfter(now);
    }

    private Snapshot take() {
        Instant now = clock.now();
        PublicFeed.Position position = feed.position();
        List<PublicSnapshots.File> written =
                Arrays.stream(PublicKind.values()).map(this::write).toList();
        Snapshot snapshot = new Snapshot(position, now, written);
        snapshots.dropBefore(now.minus(KEPT)).forEach(sha256 -> released.fire(new FileReleased(sha256)));
        snapshots.add(snapshot);
        return snapshot;
    }

    private PublicSnapshots.File write(PublicKind kind) {
        Path arriving = files.arriving();
        try {
            long rows = database.unwrap(Session.class).doReturningWork(connection -> write(connection, kind, arriving));
            StoredFile stored = files.keep(arriving);
            return new PublicSnapshots.File(kind.path(), rows, stored.size(), stored.sha256());
        } finally {
            discard(arriving);
        }
    }

    /** The transaction sees one moment, so all lists are of the same; the rows pass through in portions. */
    private static long write(Connection connection, PublicKind kind, Path file) throws SQLException {
        try (var statement =
                        connection.prepareStatement("select cast(p.document as text) from " + kind.table() + " p");
                Writer text = new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                long count = 0;
                for (; rows.next(); count++) {
                    text.write(rows.getString(1));
                    text.write('\n');
                }
                return count;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
