package org.zhaoshang.notifications;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Paging;

/** A person's inbox: nobody else's, whatever the role. */
@Path("notifications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "notifications",
        description = "What a person is told: the inbox, mail, and what of it each wants. Machines are told nothing.")
class InboxResource {
    private static final Text LAST = new Text("最后一条已看过的通知（upTo）", "upTo");

    private final Inbox inbox;
    private final Event<Told> told;
    private final CurrentCaller caller;
    private final CurrentLanguage language;

    InboxResource(Inbox inbox, Event<Told> told, CurrentCaller caller, CurrentLanguage language) {
        this.inbox = inbox;
        this.told = told;
        this.caller = caller;
        this.language = language;
    }

    @Schema(name = "NotificationsSeen")
    record Seen(
            @Schema(required = true, description = "The newest that was on the screen: what came since stays unread")
            @Nullable
            UUID upTo) {}

    @Schema(name = "NotificationsRead")
    record Read(
            @Schema(required = true, description = "How many became read", examples = "3")
            int read,

            @Schema(required = true, description = "How many are left", examples = "0")
            long unread) {}

    @GET
    @PermissionsAllowed(Permission.NOTIFICATIONS_READ)
    @Operation(
            summary = "What one was told, newest first",
            description = "`unread=true&limit=1&count=true` tells how many are unread.")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<NotificationView> listNotifications(@BeanParam InboxFilter filter, @BeanParam Paging paging) {
        Conditions conditions = paging.check(filter.conditions());
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Long total = paging.isCounted() ? inbox.count(conditions, caller.get()) : null;
        List<NotificationView> rows = inbox.after(
                InboxFilter.NEWEST_FIRST.after(filter.conditions(), "n", paging.cursor),
                caller.get(),
                InboxFilter.NEWEST_FIRST.by("n"),
                paging.limit() + 1,
                language.get());
        return InboxFilter.NEWEST_FIRST.page(rows, paging.limit(), total);
    }

    @POST
    @Path("{id}/read")
    @Transactional
    @Idempotent
    @PermissionsAllowed(Permission.NOTIFICATIONS_READ)
    @Operation(summary = "Mark one as read; again changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    public RestResponse<NotificationView> readNotification(@PathParam("id") UUID id) {
        NotificationView own = seen(id);
        inbox.read(own.id(), caller.get());
        told.fire(new Told());
        return RestResponse.ok(seen(id));
    }

    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @PermissionsAllowed(Permission.NOTIFICATIONS_READ)
    @Operation(summary = "Mark as read all up to one, that one included")
    @APIResponse(
            responseCode = "200",
            description = "How many",
            content = @Content(schema = @Schema(implementation = Read.class)))
    @APIResponse(responseCode = "404", description = "No such notification, or someone else's")
    public RestResponse<Read> readNotifications(@Nullable Seen body) {
        if (body == null || body.upTo() == null) {
            throw Problem.badRequest(Finding.of("REQUIRED", "/upTo", Map.of("label", LAST)));
        }
        int read = inbox.readUpTo(seen(body.upTo()), caller.get());
        told.fire(new Told());
        return RestResponse.ok(new Read(read, inbox.unread(caller.get())));
    }

    private NotificationView seen(UUID id) {
        return inbox.find(id, caller.get(), language.get()).orElseThrow(Problem::notFound);
    }
}
