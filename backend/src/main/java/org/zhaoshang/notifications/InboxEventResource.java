package org.zhaoshang.notifications;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Permission;

/** The inbox as it fills (server-sent events). Apart from its siblings: a stream does not run on a virtual thread. */
@Path("notifications/events")
@Tag(name = "notifications")
class InboxEventResource {
    private final OpenInboxes inboxes;
    private final CurrentCaller caller;

    InboxEventResource(OpenInboxes inboxes, CurrentCaller caller) {
        this.inboxes = inboxes;
        this.caller = caller;
    }

    @GET
    @Blocking
    @PermissionsAllowed(Permission.NOTIFICATIONS_READ)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Events with the number of unread notifications",
            description = "One at once and one at each change; a silent inbox repeats itself within half a minute."
                    + " The stream ends after some minutes: open the next one.")
    @APIResponse(
            responseCode = "200",
            description = "Until it ends",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = Unread.class)))
    public Multi<Unread> streamNotificationEvents() {
        return inboxes.of(caller.get().id());
    }
}
