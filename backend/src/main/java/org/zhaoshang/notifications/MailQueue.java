package org.zhaoshang.notifications;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.zhaoshang.notifications.MailRules.Failure;
import org.zhaoshang.shared.queue.WorkQueue;
import org.zhaoshang.shared.time.CityClock;

/**
 * Sends the mails of the outbox: each from one server only, which holds its claim while it sends. A server that ends between
 * sending a mail and noting it leaves it to be sent again, under the same Message-ID; that is the one way in which a mail can
 * come twice, and none is lost.
 */
@ApplicationScoped
class MailQueue implements WorkQueue {
    static final String TABLE = "notification_mails";

    private static final Logger LOG = Logger.getLogger(MailQueue.class);
    private static final int AT_ONCE = 50;

    private final Mails mails;
    private final ReactiveMailer mailer;
    private final MailSettings settings;
    private final CityClock clock;

    /** How often the server failed in a row, and until when it is left alone: what is known to be away is not asked for each mail. */
    private volatile int serverFailures;

    private volatile long silentUntil = System.nanoTime();

    MailQueue(Mails mails, ReactiveMailer mailer, MailSettings settings, CityClock clock) {
        this.mails = mails;
        this.mailer = mailer;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<UUID> waiting() {
        return isSilent() ? List.of() : mails.waiting(clock.now(), AT_ONCE);
    }

    private boolean isSilent() {
        return settings.from().isEmpty() || System.nanoTime() - silentUntil < 0;
    }

    @Override
    public boolean isOpen(UUID id) {
        return !isSilent() && mails.isWaiting(id);
    }

    @Override
    public void work(UUID id) {
        Optional<Letter> letter = mails.letter(id);
        if (letter.isEmpty()) {
            mails.ended(id, Mails.State.DROPPED, null, clock.now());
            return;
        }
        Mail mail = letter.get()
                .mail(settings.from().orElseThrow(), settings.client().orElse(null));
        mailer.send(mail).await().atMost(settings.longestConversation());
        serverFailures = 0;
        mails.ended(id, Mails.State.SENT, null, clock.now());
    }

    @Override
    public void ended(UUID id, Throwable failure) {
        Failure sort = MailRules.sort(failure);
        String error = Objects.requireNonNullElse(
                rootOf(failure).getMessage(), rootOf(failure).getClass().getSimpleName());
        Instant now = clock.now();
        Mails.Trials trials = mails.trials(id);
        if (sort == Failure.SERVER) {
            Duration pause = MailRules.pause(settings.pause(), settings.longestPause(), serverFailures++);
            silentUntil = System.nanoTime() + pause.toNanos();
            LOG.warnf("The mail server can not be used, mails wait: %s", error);
            mails.again(id, error, now);
        } else if (MailRules.isGivenUp(sort, trials.since(), now)) {
            LOG.errorf("Mail %s is given up: %s", id, error);
            mails.ended(id, Mails.State.UNDELIVERED, error, now);
        } else {
            LOG.warnf("Mail %s was not taken and will be tried again: %s", id, error);
            mails.again(id, error, MailRules.nextTry(trials.failures(), now));
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
