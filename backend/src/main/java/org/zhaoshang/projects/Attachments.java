package org.zhaoshang.projects;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.zhaoshang.shared.files.FileOwner;
import org.zhaoshang.shared.files.RecordFiles;

/** The files of projects; whoever asks has made sure that the project may be seen. */
@ApplicationScoped
class Attachments implements PanacheRepositoryBase<Attachment, UUID>, FileOwner {
    private final RecordFiles files;

    Attachments(RecordFiles files) {
        this.files = files;
    }

    @Override
    public Set<String> known(Collection<String> hashes) {
        return files.known(Attachment.class, hashes);
    }
}
