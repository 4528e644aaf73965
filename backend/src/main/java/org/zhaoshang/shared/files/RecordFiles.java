package org.zhaoshang.shared.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** The files that hang on records. Whoever asks has made sure that the record may be seen, or changed, and notes it. */
@ApplicationScoped
public class RecordFiles {
    private static final Logger LOG = Logger.getLogger(RecordFiles.class);
    private static final int TRY_AGAIN_SECONDS = 60;
    private static final Text LOST = new Text("文件暂时无法读取，请联系管理员", "The file can not be read: ask the administrator");

    private final EntityManager database;
    private final FileStore store;
    private final Event<FileReleased> released;

    RecordFiles(EntityManager database, FileStore store, Event<FileReleased> released) {
        this.database = database;
        this.store = store;
        this.released = released;
    }

    /** In the order of uploading. */
    public <F extends AttachedFile> List<F> of(Class<F> type, UUID record) {
        return database.createQuery(
                        "from " + type.getName() + " f where f.recordId = :record order by f.createdAt, f.id", type)
                .setParameter("record", record)
                .getResultList();
    }

    /**
     * An id counts only together with its record: the scope was asked about that one.
     *
     * @throws Problem 404
     */
    public <F extends AttachedFile> F find(Class<F> type, UUID record, UUID id) {
        F file = database.find(type, id);
        if (file == null || !file.recordId().equals(record)) {
            throw Problem.notFound();
        }
        return file;
    }

    /**
     * Makes sure that the record has room for one more; hold the record first, so that of two uploads at once the second counts
     * the first.
     *
     * @throws Problem 409
     */
    public void requireRoom(Class<? extends AttachedFile> type, UUID record, int most) {
        if (of(type, record).size() >= most) {
            Text full =
                    new Text("最多 " + most + " 个附件，请先删除不需要的", "There are at most " + most + " files: delete one first");
            throw Problem.conflict(full, List.of(Finding.of("STATE", "", Map.of("problem", full))));
        }
    }

    /** @throws Problem 503 when the disk does not have what the record speaks of */
    public RestResponse<File> download(AttachedFile file) {
        Path content = store.find(file.sha256()).orElseThrow(() -> {
            LOG.errorf("The file of attachment %s is not in the store", file.id());
            return Problem.unavailable(LOST, TRY_AGAIN_SECONDS);
        });
        return Download.of(content, file.name(), file.mediaType());
    }

    /** The file leaves the store once the transaction has committed, unless another record refers to it. */
    public void remove(AttachedFile file) {
        database.remove(file);
        released.fire(new FileReleased(file.sha256()));
    }

    /** For a {@link FileOwner}: those of the hashes that a file of this sort has. */
    public Set<String> known(Class<? extends AttachedFile> type, Collection<String> hashes) {
        return new HashSet<>(database.createQuery(
                        "select f.sha256 from " + type.getName() + " f where f.sha256 in (:hashes)", String.class)
                .setParameter("hashes", hashes)
                .getResultList());
    }
}
