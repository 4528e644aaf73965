package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.files.FileOwner;
import org.zhaoshang.shared.files.FileStore;
import org.zhaoshang.shared.files.ReceivedFile;
import org.zhaoshang.shared.files.RecordFiles;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.time.CityClock;

/**
 * The files of signed projects: papers of agreements, what shows a stage, photographs, proofs of receipts. Each change is noted
 * in the project's history, and the rules are asked again, since a photograph may be what they asked for (V25).
 */
@ApplicationScoped
public class SigningFiles implements FileOwner {
    /** The papers and pictures of many years, with the proofs of the receipts. */
    static final int MOST = 200;

    private final EntityManager database;
    private final RecordFiles files;
    private final FileStore store;
    private final SignedProjectJournal journal;
    private final Trail trail;
    private final ObjectMapper json;
    private final CityClock clock;

    SigningFiles(
            EntityManager database,
            RecordFiles files,
            FileStore store,
            SignedProjectJournal journal,
            Trail trail,
            ObjectMapper json,
            CityClock clock) {
        this.database = database;
        this.files = files;
        this.store = store;
        this.journal = journal;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /** In the order of uploading, at most {@value #MOST}. */
    public List<SigningFile> of(UUID project) {
        return files.of(SigningFile.class, project);
    }

    /**
     * @param project held by the transaction
     * @param subject the agreement, stage or receipt of this project that it shows; null for the project itself
     * @throws Problem 409 when the project has no room for one more
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public SigningFile add(
            Caller who,
            SignedProject project,
            ReceivedFile received,
            SigningFile.Purpose purpose,
            @Nullable UUID subject) {
        files.requireRoom(SigningFile.class, project.id(), MOST);
        SigningFile file =
                new SigningFile(project, received, store.keep(received.content()), purpose, subject, who, clock.now());
        database.persist(file);
        database.flush();
        journal.beside(who, project, "attach", "attachments", NullNode.getInstance(), described(file));
        return file;
    }

    /**
     * The file itself; the trail notes who took it.
     *
     * @throws Problem 404 for a file that is none of this project's
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public RestResponse<File> download(Caller who, SignedProject project, UUID id) {
        RestResponse<File> content = files.download(files.find(SigningFile.class, project.id(), id));
        trail.note(who, new Subject("attachment", id.toString(), project.unitCode()), "download", null);
        return content;
    }

    /**
     * @param project held by the transaction
     * @throws Problem 404 for a file that is none of this project's
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(Caller who, SignedProject project, UUID id) {
        SigningFile file = files.find(SigningFile.class, project.id(), id);
        files.remove(file);
        database.flush();
        journal.beside(who, project, "detach", "attachments", described(file), NullNode.getInstance());
    }

    @Override
    public Set<String> known(Collection<String> hashes) {
        return files.known(SigningFile.class, hashes);
    }

    private JsonNode described(SigningFile file) {
        return json.valueToTree(SigningFileView.of(file));
    }
}
