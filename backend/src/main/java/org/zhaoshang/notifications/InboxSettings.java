package org.zhaoshang.notifications;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How inboxes are kept. */
@ConfigMapping(prefix = "zhaoshang.notifications")
interface InboxSettings {
    /** How long a stream of events lasts before its reader opens another, and shows anew who it is. */
    Duration stream();

    /** How long what was read is kept. */
    Duration keepRead();
}
