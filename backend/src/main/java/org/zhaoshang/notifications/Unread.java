package org.zhaoshang.notifications;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an inbox stands. No words: a stream may outlast the session it was opened in by some minutes. */
@Schema(name = "UnreadNotifications")
record Unread(
        @Schema(required = true, examples = "3") long unread,

        @Nullable @Schema(description = "The newest that is unread")
        UUID newest) {
    static final Unread NONE = new Unread(0, null);
}
