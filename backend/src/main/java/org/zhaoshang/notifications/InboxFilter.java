package org.zhaoshang.notifications;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;

/** What the inbox can be narrowed by. */
class InboxFilter {
    static final Order<NotificationView> NEWEST_FIRST = new Order<>(
            "-createdAt",
            "n.created_at",
            Cursor.Kind.INSTANT,
            notification -> notification.createdAt().toInstant(),
            NotificationView::id);

    @QueryParam("unread")
    @Parameter(schema = @Schema(implementation = Boolean.class))
    @Nullable
    String unread;

    @QueryParam("kind")
    @Parameter(description = "Of one of these kinds")
    @Nullable
    String kind;

    Conditions conditions() {
        return new Conditions().flag("unread", "n.read_at is null", unread).oneOf("kind", "s.kind", kind);
    }
}
