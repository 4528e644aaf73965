package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhaoshang.shared.files.FileStore;

/** The pictures of premises and parcels, as far as they can be shown: those that have a preview. */
@ApplicationScoped
public class ListingPictures {
    private final EntityManager database;
    private final FileStore store;

    ListingPictures(EntityManager database, FileStore store) {
        this.database = database;
        this.store = store;
    }

    /** In the order of uploading. */
    List<UUID> of(UUID listing) {
        return database.createQuery("""
                select f.id from ListingFile f
                where f.recordId = :listing and f.purpose = PICTURE and f.previewSha256 is not null
                order by f.createdAt, f.id
                """, UUID.class)
                .setParameter("listing", listing)
                .getResultList();
    }

    /** What is shown of a picture; an id counts only together with its listing. Whoever asks has asked for the right to see it. */
    public Optional<Path> preview(UUID listing, UUID picture) {
        return Optional.ofNullable(database.find(ListingFile.class, picture))
                .filter(file -> file.recordId().equals(listing))
                .flatMap(ListingFile::previewSha256)
                .flatMap(store::find);
    }
}
