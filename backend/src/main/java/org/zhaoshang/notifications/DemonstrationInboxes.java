package org.zhaoshang.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.zhaoshang.shared.seed.PastTold;

/** The demonstration's people find in their inboxes what the last days brought, and not what they were told in months. */
@ApplicationScoped
class DemonstrationInboxes {
    private static final Duration LATELY = Duration.ofDays(5);

    private final Inbox inbox;

    DemonstrationInboxes(Inbox inbox) {
        this.inbox = inbox;
    }

    void look(@Observes PastTold told) {
        inbox.readBefore(told.until().minus(LATELY));
    }
}
