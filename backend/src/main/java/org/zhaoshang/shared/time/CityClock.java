package org.zhaoshang.shared.time;

import io.smallrye.config.ConfigMapping;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one clock. Deadlines, late marks and years are those of Asia/Shanghai wherever the server stands; instants are cut
 * to microseconds, which is what PostgreSQL keeps.
 */
@Singleton
public class CityClock {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final ScopedValue<Instant> TOLD = ScopedValue.newInstance();

    private volatile Clock clock;

    CityClock(Settings settings) {
        this.clock = settings.clock()
                .map(start -> Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), start.toInstant())))
                .orElse(Clock.systemUTC());
    }

    public Instant now() {
        return (TOLD.isBound() ? TOLD.get() : clock.instant()).truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return dayOf(now());
    }

    public int year() {
        return today().getYear();
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** As the city's clocks show it. */
    public static OffsetDateTime local(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }

    public static @Nullable OffsetDateTime localOrNull(@Nullable Instant instant) {
        return instant == null ? null : local(instant);
    }

    /** The first instant after the day: what happens before it is still in time. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(ZONE).toInstant();
    }

    /** For the history of the demonstration: to the work, and to nobody else, it is that moment. */
    public void at(Instant moment, Runnable work) {
        ScopedValue.where(TOLD, moment).run(work);
    }

    /** For tests: the clock runs on from here. */
    public void startAt(Instant start) {
        clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), start));
    }

    /** For tests: back to the time of day. */
    public void reset() {
        clock = Clock.systemUTC();
    }

    @ConfigMapping(prefix = "zhaoshang")
    interface Settings {
        /** Demonstration and tests only: the moment at which the clock starts. */
        Optional<OffsetDateTime> clock();
    }
}
