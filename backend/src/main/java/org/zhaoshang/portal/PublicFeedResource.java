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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.projects.ProjectUnlisted;
import org.zhaoshang.shared.http.NextLink;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.time.CityClock;

/** What changed on the public list, for portals that keep a copy of it. */
@Path("public")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "portal")
class PublicFeedResource {
    private static final Text TOO_OLD = new Text(
            "该位置已过期，请从快照重新开始", "The copy is too far behind, or the list was restored: begin anew with the snapshot");

    private final PublicFeed feed;
    private final CityClock clock;

    PublicFeedResource(PublicFeed feed, CityClock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    @Schema(name = "PublicChangeOp")
    enum Op {
        upsert,
        remove
    }

    @Schema(name = "PublicProjectChange", description = "A project to put in place of what the copy has, or to remove.")
    record ChangeView(
            @Schema(required = true, description = "Rises, with gaps; below 2^53")
            long seq,

            @Schema(required = true) Op op,
            @Schema(required = true) UUID id,
            @Schema(required = true) OffsetDateTime at,

            @Nullable @JsonRawValue @Schema(ref = "PublicProject", description = "upsert only")
            String project,

            @Schema(description = "remove only") ProjectUnlisted.@Nullable Reason reason,

            @Nullable @Schema(description = "With MERGED: the public project that goes on in its place")
            UUID mergedInto) {
        static ChangeView of(PublicFeed.Change change) {
            return new ChangeView(
                    change.seq(),
                    change.document() == null ? Op.remove : Op.upsert,
                    change.id(),
                    change.at().atZone(CityClock.ZONE).toOffsetDateTime(),
                    change.document(),
                    change.reason(),
                    change.mergedInto());
        }
    }

    @Schema(name = "PublicProjectChanges")
    record ChangesView(
            @Schema(required = true) List<ChangeView> items,

            @Schema(required = true, description = "Opaque: where the next request goes on, within 90 days")
            String nextSince,

            @Schema(required = true, description = "Whether more has happened already")
            boolean hasMore) {}

    @GET
    @Path("projects/changes")
    @Operation(
            summary = "What changed since a moment, oldest first",
            description = "Without since it begins with all that is published. Ask again with nextSince of each answer,"
                    + " at once while hasMore, else as often as you like: nothing is missed. A project that changed"
                    + " twice in between comes once.")
    @APIResponse(responseCode = "200", description = "Up to limit changes; Link names the next page")
    @APIResponse(
            responseCode = "410",
            description = "since is older than 90 days, or its history was lost: begin anew with snapshot")
    public RestResponse<ChangesView> listPublicProjectChanges(
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
        Paging paging = new Paging();
        paging.limit = limit;
        paging.check(new Conditions()).where();
        FeedToken known = FeedToken.read(since);
        Instant now = clock.now(); // before the changes are read: none that is missing from them is older
        if (known != null && known.isOld(now)) {
            throw gone();
        }
        PublicFeed.Reading reading = feed.after(known, paging.limit() + 1);
        PublicFeed.Position position = reading.position();
        if (known != null && (known.seq() > position.seq() || !known.stream().equals(position.stream()))) {
            throw gone();
        }
        ChangesView changes = view(reading, known, paging.limit(), now);
        RestResponse.ResponseBuilder<ChangesView> answer =
                RestResponse.ResponseBuilder.ok(changes).header("Cache-Control", "no-store");
        if (changes.hasMore()) {
            String next = NextLink.address(request.path(), request.query(), "since", changes.nextSince());
            answer.header("Link", NextLink.value(next));
        }
        return answer.build();
    }

    private static ChangesView view(PublicFeed.Reading reading, @Nullable FeedToken known, int limit, Instant now) {
        boolean more = reading.changes().size() > limit;
        List<PublicFeed.Change> page = more ? reading.changes().subList(0, limit) : reading.changes();
        PublicFeed.Position position = reading.position();
        FeedToken next = more
                // In the midst of what happened earlier: no younger than before.
                ? new FeedToken(
                        page.getLast().seq(),
                        known == null ? position.seq() : known.from(),
                        known == null ? now : known.at(),
                        position.stream())
                : new FeedToken(position.seq(), position.seq(), now, position.stream());
        return new ChangesView(page.stream().map(ChangeView::of).toList(), next.word(), more);
    }

    private static Problem gone() {
        return Problem.gone(TOO_OLD, "/api/v1/public/snapshot");
    }
}
