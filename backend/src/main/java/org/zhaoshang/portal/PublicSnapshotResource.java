package org.zhaoshang.portal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhaoshang.shared.files.FileStore;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.time.CityClock;

/** All that is published as a file, to begin a copy with. */
@Path("public/snapshot")
@PermitAll
@RunOnVirtualThread
@Tag(name = "portal")
class PublicSnapshotResource {
    private static final String ENDING = ".ndjson.gz";

    private final TakeSnapshot take;
    private final PublicSnapshots snapshots;
    private final FileStore files;

    PublicSnapshotResource(TakeSnapshot take, PublicSnapshots snapshots, FileStore files) {
        this.take = take;
        this.snapshots = snapshots;
        this.files = files;
    }

    @Schema(name = "PublicSnapshotFile")
    record FileView(
            @Schema(
                    required = true,
                    enumeration = {"projects", "premises", "factor-prices", "land-parcels"})
            String kind,

            @Schema(required = true, description = "Gzip of one JSON document a line; good for hours")
            String url,

            @Schema(required = true) long rows,
            @Schema(required = true) long bytes,
            @Schema(required = true) String sha256) {}

    @Schema(name = "PublicSnapshot")
    record SnapshotView(
            @Schema(required = true, description = "The last change that the files hold")
            long seq,

            @Schema(required = true, description = "With it the change feed goes on from this snapshot")
            String since,

            @Schema(required = true) OffsetDateTime createdAt,
            @Schema(required = true) List<FileView> files) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The files to begin a copy with, and where the change feed goes on from them")
    @APIResponse(responseCode = "200", description = "Ten minutes old at most, or still what is published")
    public RestResponse<SnapshotView> getPublicSnapshot() {
        PublicSnapshots.Snapshot snapshot = take.current();
        PublicFeed.Position position = snapshot.position();
        FeedToken token = new FeedToken(position.seq(), position.seq(), snapshot.createdAt(), position.stream());
        SnapshotView view = new SnapshotView(
                position.seq(),
                token.word(),
                CityClock.local(snapshot.createdAt()),
                snapshot.files().stream()
                        .map(file -> new FileView(
                                file.kind(),
                                "/api/v1/public/snapshot/" + file.sha256() + ENDING,
                                file.rows(),
                                file.bytes(),
                                file.sha256()))
                        .toList());
        return RestResponse.ResponseBuilder.ok(view)
                .header("Cache-Control", "no-cache")
                .build();
    }

    @GET
    @Path("{file}")
    @Produces("application/gzip")
    @Operation(summary = "A file of a snapshot")
    @APIResponse(
            responseCode = "200",
            description = "Never changes under its name",
            content =
                    @Content(
                            mediaType = "application/gzip",
                            schema = @Schema(implementation = String.class, format = "binary")))
    public RestResponse<File> downloadPublicSnapshot(@PathParam("file") String file) {
        if (!file.matches("[0-9a-f]{64}\\.ndjson\\.gz")) {
            throw Problem.notFound();
        }
        String sha256 = file.substring(0, file.length() - ENDING.length());
        // The store has private files too, under names of the same kind.
        if (!snapshots.has(sha256)) {
            throw Problem.notFound();
        }
        return RestResponse.ResponseBuilder.ok(
                        files.find(sha256).orElseThrow(Problem::notFound).toFile())
                .header("ETag", "\"" + sha256 + "\"")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .build();
    }
}
