package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.files.Download;
import org.zhaoshang.shared.files.FileOwner;
import org.zhaoshang.shared.files.FileReleased;
import org.zhaoshang.shared.files.FileStore;
import org.zhaoshang.shared.files.Preview;
import org.zhaoshang.shared.files.ReceivedFile;
import org.zhaoshang.shared.files.RecordFiles;
import org.zhaoshang.shared.files.StoredFile;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.time.CityClock;

/** The files of premises and parcels: seen by whom their listing is seen, added and removed while the unit may edit it. */
@ApplicationScoped
class ListingFiles implements FileOwner {
    private static final int MOST = 20;

    private final Listings listings;
    private final EntityManager database;
    private final RecordFiles files;
    private final FileStore store;
    private final ListingPermits permits;
    private final ListingJournal journal;
    private final Trail trail;
    private final Event<FileReleased> released;
    private final Event<ListingPictureRemoved> removed;
    private final ListingPictures pictures;
    private final ObjectMapper json;
    private final CurrentCaller current;
    private final CityClock clock;

    ListingFiles(
            Listings listings,
            EntityManager database,
            RecordFiles files,
            FileStore store,
            ListingPermits permits,
            ListingJournal journal,
            Trail trail,
            Event<FileReleased> released,
            Event<ListingPictureRemoved> removed,
            ListingPictures pictures,
            ObjectMapper json,
            CurrentCaller current,
            CityClock clock) {
        this.listings = listings;
        this.database = database;
        this.files = files;
        this.store = store;
        this.permits = permits;
        this.journal = journal;
        this.trail = trail;
        this.released = released;
        this.removed = removed;
        this.pictures = pictures;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    @Schema(name = "ListingFile")
    record FileView(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "3号厂房.jpg") String name,

            @Schema(required = true, examples = "image/jpeg")
            String mediaType,

            @Schema(required = true, description = "Bytes") long size,
            @Schema(required = true) ListingFile.Purpose purpose,
            @Schema(required = true) String sha256,

            @Schema(required = true, description = "A picture that can be shown: preview has it in small")
            boolean hasPreview,

            @Schema(required = true) OffsetDateTime createdAt,
            @Schema(required = true) String createdBy) {

        static FileView of(ListingFile file) {
            return new FileView(
                    file.id(),
                    file.name(),
                    file.mediaType(),
                    file.size(),
                    file.purpose(),
                    file.sha256(),
                    file.previewSha256().isPresent(),
                    CityClock.local(file.createdAt()),
                    file.createdBy());
        }
    }

    /** The form as the contract shows it. */
    @Schema(name = "ListingFileUpload")
    record Upload(
            @Schema(required = true, type = SchemaType.STRING, format = "binary")
            Object file,

            @Schema(description = "Default: PICTURE") ListingFile.@Nullable Purpose purpose) {}

    Page<FileView> of(Class<? extends Listing> type, UUID id) {
        listings.seen(type, id, current.scope());
        return Page.all(
                files.of(ListingFile.class, id).stream().map(FileView::of).toList());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    RestResponse<FileView> add(
            Class<? extends Listing> type, UUID id, @Nullable FileUpload upload, @Nullable String purpose)
            throws IOException {
        Caller caller = current.get();
        Listing listing = listings.held(type, Set.of(id), current.scope()).getFirst();
        permits.require(ListingAction.ATTACH, listing, caller);
        ReceivedFile received = ReceivedFile.of(upload);
        ListingFile.Purpose use =
                ReceivedFile.purpose(purpose, ListingFile.Purpose.values(), ListingFile.Purpose.PICTURE);
        files.requireRoom(ListingFile.class, id, MOST);
        StoredFile stored = store.keep(received.content());
        StoredFile preview = use == ListingFile.Purpose.PICTURE ? preview(received) : null;
        ListingFile file = new ListingFile(listing, received, stored, use, preview, caller, clock.now());
        database.persist(file);
        if (preview != null) {
            listing.picturesChanged();
        }
        database.flush();
        journal.beside(caller, listing, "attach", NullNode.getInstance(), described(file));
        return RestResponse.ResponseBuilder.<FileView>created(
                        URI.create(listing.kind().path() + "/" + id + "/attachments/" + file.id()))
                .entity(FileView.of(file))
                .build();
    }

    private @Nullable StoredFile preview(ReceivedFile received) throws IOException {
        java.nio.file.Path made = store.arriving();
        try {
            return Preview.write(received.content(), made) ? store.keep(made) : null;
        } finally {
            Files.deleteIfExists(made);
        }
    }

    /** Part of the page that shows the listing, and no more noted than that: the file itself is taken by {@link #download}. */
    RestResponse<File> preview(Class<? extends Listing> type, UUID id, UUID fileId) {
        listings.seen(type, id, current.scope());
        return Download.shown(pictures.preview(id, fileId).orElseThrow(Problem::notFound));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    RestResponse<File> download(Class<? extends Listing> type, UUID id, UUID fileId) {
        Listing listing = listings.seen(type, id, current.scope());
        ListingFile file = files.find(ListingFile.class, id, fileId);
        RestResponse<File> content = files.download(file);
        trail.note(current.get(), new Subject("attachment", fileId.toString(), listing.unitCode()), "download", null);
        return content;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void remove(Class<? extends Listing> type, UUID id, UUID fileId) {
        Listing listing = listings.held(type, Set.of(id), current.scope()).getFirst();
        permits.require(ListingAction.ATTACH, listing, current.get());
        ListingFile file = files.find(ListingFile.class, id, fileId);
        files.remove(file);
        journal.beside(current.get(), listing, "detach", described(file), NullNode.getInstance());
        file.previewSha256().ifPresent(preview -> {
            released.fire(new FileReleased(preview));
            removed.fire(new ListingPictureRemoved(listing.kind(), id, fileId, clock.now()));
        });
    }

    @Override
    public Set<String> known(Collection<String> hashes) {
        Set<String> known = files.known(ListingFile.class, hashes);
        known.addAll(database.createQuery(
                        "select f.previewSha256 from ListingFile f where f.previewSha256 in (:hashes)", String.class)
                .setParameter("hashes", hashes)
                .getResultList());
        return known;
    }

    private JsonNode described(ListingFile file) {
        return json.valueToTree(FileView.of(file));
    }
}
