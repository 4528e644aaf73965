package org.zhaoshang.accounts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.secrets.SecuritySettings;

/**
 * Failed attempts for one name or from one address.
 *
 * @param lockouts how often the limit was reached of late; each pause is twice as long as the one before
 */
record Failures(int failures, Instant since, @Nullable Instant lockedUntil, int lockouts) {
    private static final Duration LOCKOUTS_REMEMBERED = Duration.ofDays(1);

    static Failures none(Instant now) {
        return new Failures(0, now, null, 0);
    }

    boolean lockedAt(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    /** One more attempt; only to be asked while not locked. */
    Failures attempt(SecuritySettings.Limit limit, Instant now) {
        boolean anew = lockedUntil != null || since.plus(limit.within()).isBefore(now);
        int failed = anew ? 1 : failures + 1;
        Instant begun = anew ? now : since;
        int before = since.plus(LOCKOUTS_REMEMBERED).isAfter(now) ? lockouts : 0;
        return failed < limit.failures()
                ? new Failures(failed, begun, null, before)
                : new Failures(failed, begun, now.plus(pause(limit, before)), before + 1);
    }

    private static Duration pause(SecuritySettings.Limit limit, int lockouts) {
        Duration pause = limit.pause().multipliedBy(1L << Math.min(lockouts, 16));
        return pause.compareTo(limit.longestPause()) < 0 ? pause : limit.longestPause();
    }
}
