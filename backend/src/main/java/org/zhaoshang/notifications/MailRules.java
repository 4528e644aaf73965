package org.zhaoshang.notifications;

import io.vertx.ext.mail.SMTPException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** When a mail that failed is tried again, and when it is given up. */
final class MailRules {
    /** Then once a day. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private static final Duration DAILY = Duration.ofDays(1);

    /** As long as RFC 5321 has mail servers try. */
    static final Duration PATIENCE = Duration.ofDays(5);

    /** Long enough for someone to mend a mailbox that is full or was set up wrong. */
    static final Duration PATIENCE_REFUSED = Duration.ofDays(1);

    /** What a server answers whatever the mail: it closes, is too busy, or does not let us in. */
    private static final Set<Integer> OF_THE_SERVER = Set.of(421, 454, 530, 534, 535, 538);

    private MailRules() {}

    /** What became of a try. */
    enum Failure {
        /** The server can not be reached or lets nobody in: every mail waits, however long it takes. */
        SERVER,
        /** It will not have this mail now. */
        FOR_NOW,
        /** It will not have this mail. */
        REFUSED
    }

    static Failure sort(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException answer) {
                if (OF_THE_SERVER.contains(answer.getReplyCode())) {
                    return Failure.SERVER;
                }
                return answer.isPermanent() ? Failure.REFUSED : Failure.FOR_NOW;
            }
        }
        return Failure.SERVER;
    }

    /** @param failures before this one */
    static Instant nextTry(int failures, Instant now) {
        return now.plus(failures < PAUSES.size() ? PAUSES.get(failures) : DAILY);
    }

    static boolean isGivenUp(Failure failure, Instant since, Instant now) {
        return switch (failure) {
            case SERVER -> false;
            case FOR_NOW -> since.plus(PATIENCE).isBefore(now);
            case REFUSED -> since.plus(PATIENCE_REFUSED).isBefore(now);
        };
    }

    /** @param before how often the server failed in a row before this time */
    static Duration pause(Duration first, Duration longest, int before) {
        Duration pause = first.multipliedBy(1L << Math.min(before, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
