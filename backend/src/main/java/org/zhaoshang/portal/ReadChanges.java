package org.zhaoshang.portal;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.NextLink;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.time.CityClock;

/** What changed on one of the public lists since a portal last asked; the same for all of them, so that none misses anything. */
@ApplicationScoped
class ReadChanges {
    private static final Text TOO_OLD = new Text(
            "该位置已过期，请从快照重新开始", "The copy is too far behind, or the list was restored: begin anew with the snapshot");

    private final PublicFeed feed;
    private final CityClock clock;

    ReadChanges(PublicFeed feed, CityClock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    @Schema(name = "PublicChangeOp")
    enum Op {
        upsert,
        remove;

        static Op of(PublicFeed.Change change) {
            return change.document() == null ? remove : upsert;
        }
    }

    /** @param view of one change: each list has its records under a name of their own */
    record Changes<C>(List<C> items, String nextSince, boolean hasMore) {}

    /**
     * @param since {@code nextSince} of the answer before; null for all that is public
     * @throws Problem 400 for what can not be read, 410 for a token that is too old
     */
    <C> RestResponse<Changes<C>> after(
            PublicKind kind,
            @Nullable String since,
            @Nullable String limit,
            HttpServerRequest request,
            Function<PublicFeed.Change, C> view) {
        Paging paging = new Paging();
        paging.limit = limit;
        paging.check(new Conditions()).where();
        FeedToken known = FeedToken.read(since);
        Instant now = clock.now(); // before the changes are read: none that is missing from them is older
        if (known != null && known.isOld(now)) {
            throw gone();
        }
        PublicFeed.Reading reading = feed.after(kind, known, paging.limit() + 1);
        PublicFeed.Position position = reading.position();
        if (known != null && (known.seq() > position.seq() || !known.stream().equals(position.stream()))) {
            throw gone();
        }
        Changes<C> changes = changes(reading, known, paging.limit(), now, view);
        RestResponse.ResponseBuilder<Changes<C>> answer =
                RestResponse.ResponseBuilder.ok(changes).header("Cache-Control", "no-store");
        if (changes.hasMore()) {
            String next = NextLink.address(request.path(), request.query(), "since", changes.nextSince());
            answer.header("Link", NextLink.value(next));
        }
        return answer.build();
    }

    private static <C> Changes<C> changes(
            PublicFeed.Reading reading,
            @Nullable FeedToken known,
            int limit,
            Instant now,
            Function<PublicFeed.Change, C> view) {
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
        return new Changes<>(page.stream().map(view).toList(), next.word(), more);
    }

    private static Problem gone() {
        return Problem.gone(TOO_OLD, "/api/v1/public/snapshot");
    }
}
