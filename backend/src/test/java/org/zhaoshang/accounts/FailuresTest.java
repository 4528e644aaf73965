package org.zhaoshang.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhaoshang.shared.secrets.SecuritySettings;

class FailuresTest {
    private static final Instant NOON = Instant.parse("2021-04-10T04:00:00Z");
    private static final SecuritySettings.Limit THREE_IN_TEN_MINUTES = new SecuritySettings.Limit() {
        @Override
        public int failures() {
            return 3;
        }

        @Override
        public Duration within() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration pause() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration longestPause() {
            return Duration.ofMinutes(12);
        }
    };

    private static Failures attempts(Failures before, int count, Instant at) {
        return IntStream.range(0, count)
                .boxed()
                .reduce(before, (failures, n) -> failures.attempt(THREE_IN_TEN_MINUTES, at), (a, b) -> b);
    }

    @Test
    void locksAtTheLimit() {
        assertThat(attempts(Failures.none(NOON), 2, NOON).lockedAt(NOON)).isFalse();
        Failures locked = attempts(Failures.none(NOON), 3, NOON);
        assertThat(locked.lockedAt(NOON.plusSeconds(299))).isTrue();
        assertThat(locked.lockedAt(NOON.plusSeconds(300))).isFalse();
    }

    @Test
    void beginsAnewAfterTheWindow() {
        Failures two = attempts(Failures.none(NOON), 2, NOON);
        assertThat(two.attempt(THREE_IN_TEN_MINUTES, NOON.plusSeconds(601)).failures())
                .isEqualTo(1);
    }

    @Test
    void doublesThePauseUpToTheLongest() {
        Instant later = NOON.plus(Duration.ofMinutes(6));
        Failures second = attempts(attempts(Failures.none(NOON), 3, NOON), 3, later);
        assertThat(second.lockedUntil()).isEqualTo(later.plus(Duration.ofMinutes(10)));
        Instant muchLater = later.plus(Duration.ofMinutes(11));
        assertThat(attempts(second, 3, muchLater).lockedUntil()).isEqualTo(muchLater.plus(Duration.ofMinutes(12)));
    }

    @Test
    void forgetsLockoutsAfterADay() {
        Instant nextDay = NOON.plus(Duration.ofHours(25));
        Failures again = attempts(attempts(Failures.none(NOON), 3, NOON), 3, nextDay);
        assertThat(again.lockedUntil()).isEqualTo(nextDay.plus(Duration.ofMinutes(5)));
    }
}
