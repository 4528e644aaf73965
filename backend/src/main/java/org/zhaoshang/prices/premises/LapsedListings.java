package org.zhaoshang.prices.premises;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.zhaoshang.notifications.Audience;
import org.zhaoshang.notifications.Notice;
import org.zhaoshang.notifications.NoticeKind;
import org.zhaoshang.notifications.NoticeKinds;
import org.zhaoshang.notifications.Notifications;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;

/**
 * Tells a unit that what it has on offer no longer counts as verified: nobody does anything when a day passes, so it is looked
 * for. Of all that lapsed on one day it is told once, however many servers look, and not again until more lapses.
 */
@ApplicationScoped
class LapsedListings implements NoticeKinds {
    private static final Logger LOG = Logger.getLogger(LapsedListings.class);
    private static final long MINUTES_BETWEEN = 30;

    private static final NoticeKind LAPSED = new NoticeKind(
            "LISTINGS_LAPSED", new Text("厂房、土地已过核实有效期", "Listings no longer count as verified"), Role.OF_A_UNIT, true);

    private final Listings listings;
    private final Notifications notifications;
    private final CityClock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("lapsed-listings").unstarted(work));

    LapsedListings(Listings listings, Notifications notifications, CityClock clock) {
        this.listings = listings;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(LAPSED);
    }

    void begin(@Observes StartupEvent start) {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, MINUTES_BETWEEN, TimeUnit.MINUTES);
    }

    void end(@Observes ShutdownEvent stop) {
        thread.shutdownNow();
    }

    private void look() {
        try {
            tell();
        } catch (RuntimeException failure) {
            LOG.error("What no longer counts as verified could not be told; it is tried again", failure);
        }
    }

    void tell() {
        QuarkusTransaction.requiringNew()
                .run(() -> notifications.tell(Arrays.stream(ListingKind.values())
                        .flatMap(kind ->
                                listings.lapsed(kind, clock.today()).stream().map(unit -> notice(kind, unit)))
                        .toList()));
    }

    private static Notice notice(ListingKind kind, Listings.Lapsed unit) {
        return Notice.of(
                        LAPSED,
                        Audience.unit(unit.unitCode()),
                        "/" + kind.path() + "?verified=false",
                        new Text(
                                unit.count() + " 条“" + kind.title().zh() + "”已过核实有效期，请核对后确认",
                                unit.count() + " of “" + kind.title().en()
                                        + "” no longer count as verified: please look them over and confirm"))
                .once(LAPSED.code() + ":" + kind.name() + ":" + unit.unitCode() + ":" + unit.lastDay());
    }
}
