package org.zhaoshang.portal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.time.CityClock;

/** What changed on the public list of factor prices, for portals that keep a copy of it. */
@Path("public/factor-prices/changes")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "portal")
class PublicPriceFeedResource {
    private final ReadChanges changes;

    PublicPriceFeedResource(ReadChanges changes) {
        this.changes = changes;
    }

    @Schema(
            name = "PublicFactorPriceChange",
            description = "A price to put in place of what the copy has, or to remove.")
    record ChangeView(
            @Schema(required = true, description = "Rises, with gaps; below 2^53")
            long seq,

            @Schema(required = true) ReadChanges.Op op,
            @Schema(required = true) UUID id,
            @Schema(required = true) OffsetDateTime at,

            @Nullable @JsonRawValue @Schema(ref = "PublicFactorPrice", description = "upsert only")
            String price,

            @Nullable @Schema(description = "remove only", examples = "UNPUBLISHED")
            String reason) {
        static ChangeView of(PublicFeed.Change change) {
            return new ChangeView(
                    change.seq(),
                    ReadChanges.Op.of(change),
                    change.id(),
                    CityClock.local(change.at()),
                    change.document(),
                    change.reason());
        }
    }

    /** Describes what {@link ReadChanges.Changes} becomes. */
    @Schema(name = "PublicFactorPriceChanges")
    record ChangesView(
            @Schema(required = true) List<ChangeView> items,

            @Schema(required = true, description = "Opaque: where the next request goes on, within 90 days")
            String nextSince,

            @Schema(required = true, description = "Whether more has happened already")
            boolean hasMore) {}

    @GET
    @Operation(
            summary = "What changed since a moment, oldest first",
            description = "Without since it begins with all that is published. Ask again with nextSince of each answer,"
                    + " at once while hasMore, else as often as you like: nothing is missed.")
    @APIResponse(
            responseCode = "200",
            description = "Up to limit changes; Link names the next page",
            content = @Content(schema = @Schema(implementation = ChangesView.class)))
    @APIResponse(
            responseCode = "410",
            description = "since is older than 90 days, or its history was lost: begin anew with snapshot")
    public RestResponse<ReadChanges.Changes<ChangeView>> listPublicFactorPriceChanges(
            @QueryParam("since") @Parameter(description = "nextSince of the answer before") @Nullable String since,
            @QueryParam("limit")
                    @Parameter(
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "50"))
                    @Nullable
                    String limit,
            @Context HttpServerRequest request) {
        return changes.after(PublicKind.FACTOR_PRICES, since, limit, request, ChangeView::of);
    }
}
