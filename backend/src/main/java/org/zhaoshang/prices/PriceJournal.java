package org.zhaoshang.prices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/**
 * Carries out changes of prices with all that belongs to them, in the caller's transaction: the price before is closed or
 * opened again, findings are counted anew, the trail is written and the versions kept.
 */
@ApplicationScoped
class PriceJournal {
    /** Rows a message to the database. */
    private static final int BATCH = 200;

    private static final String OVERLAP = "23P01";
    private static final Text OVERLAPS =
            new Text("有效期与已有价格重叠，没有保存", "The validity overlaps another price's: not saved");

    private final Prices prices;
    private final PriceForm form;
    private final PriceFindings findings;
    private final PriceVersions versions;
    private final Trail trail;
    private final CityClock clock;
    private final Event<PricePublished> published;
    private final Event<PriceUnlisted> unlisted;

    PriceJournal(
            Prices prices,
            PriceForm form,
            PriceFindings findings,
            PriceVersions versions,
            Trail trail,
            CityClock clock,
            Event<PricePublished> published,
            Event<PriceUnlisted> unlisted) {
        this.prices = prices;
        this.form = form;
        this.findings = findings;
        this.versions = versions;
        this.trail = trail;
        this.clock = clock;
        this.published = published;
        this.unlisted = unlisted;
    }

    static Subject subject(Price price) {
        return new Subject("factor-price", price.id().toString(), price.unitCode());
    }

    /** As the trail keeps it. */
    ObjectNode document(Price price) {
        ObjectNode document =
                form.document(price.fields()).put("state", price.state().name()).put("reportYear", price.reportYear());
        price.closedBy().ifPresent(other -> document.put("closedBy", other.toString()));
        return document;
    }

    /**
     * New prices of one unit.
     *
     * @throws Problem 422 with V40 where one overlaps another
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void created(Caller who, List<Price> lot, @Nullable String reason) {
        carryOut(who, lot, "create", reason, true, price -> prices.persist(price));
    }

    /** @throws Problem 422 with V40 where one comes to overlap another */
    @Transactional(Transactional.TxType.MANDATORY)
    void changed(Caller who, List<Price> lot, String action, @Nullable String reason, Step change) {
        carryOut(who, lot, action, reason, false, change);
    }

    /** What is done to each price of a lot. */
    interface Step {
        void take(Price price);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void deleted(Caller who, List<Price> lot, @Nullable String reason) {
        if (lot.isEmpty()) {
            return;
        }
        prices.hold(lot.getFirst().unitCode());
        Touched touched = new Touched();
        Instant at = clock.now();
        PriceSeries series = around(lot);
        for (Price price : lot) {
            release(price, PricePlace.of(price), series, who, at, touched);
            series.left(price);
            prices.delete(price);
        }
        flush();
        versions.end(lot, at);
        trail.changes(
                who,
                "delete",
                reason,
                lot.stream()
                        .map(price -> new Trail.Changed(
                                subject(price),
                                price.version() + 1,
                                Change.between(document(price), NullNode.getInstance()),
                                NullNode.getInstance()))
                        .toList());
        keep(who, touched, "follow", reason, at);
    }

    /** Prices with their documents before they were touched. */
    private static final class Touched {
        private final Map<Price, JsonNode> before = new LinkedHashMap<>();
    }

    private void carryOut(
            Caller who, List<Price> lot, String action, @Nullable String reason, boolean fresh, Step change) {
        if (lot.isEmpty()) {
            return;
        }
        prices.hold(lot.getFirst().unitCode());
        Instant at = clock.now();
        Touched main = new Touched();
        Touched others = new Touched();
        PriceSeries series = around(lot);
        for (Price price : lot) {
            JsonNode before = fresh ? NullNode.getInstance() : document(price);
            PricePlace from = PricePlace.of(price);
            boolean accepted = price.state() == PriceState.ACCEPTED;
            change.take(price);
            main.before.put(price, before); // a new one has its id by now
            boolean moved = !PricePlace.of(price).equals(from) || accepted != (price.state() == PriceState.ACCEPTED);
            if (!fresh && moved) {
                release(price, from, series, who, at, others);
            }
            series.moved(price, from);
            makeRoom(price, series, who, at, others);
        }
        judge(lot);
        settle(lot);
        others.before.keySet().removeAll(main.before.keySet());
        keep(who, main, action, reason, at);
        keep(who, others, "follow", reason, at);
    }

    private PriceSeries around(List<Price> lot) {
        return new PriceSeries(prices, lot.getFirst().unitCode())
                .expect(lot.stream().map(PricePlace::of).toList());
    }

    /** Gives the prices that this one closed their open end back. */
    private void release(Price price, PricePlace from, PriceSeries series, Caller who, Instant at, Touched touched) {
        series.at(from).stream()
                .filter(other -> other.closedBy().filter(price.id()::equals).isPresent())
                .forEach(other -> {
                    touched.before.putIfAbsent(other, document(other));
                    other.release(who, at);
                });
    }

    /** Closes the price before, or refuses. */
    private void makeRoom(Price price, PriceSeries known, Caller who, Instant at, Touched touched) {
        if (price.fields().validFrom() == null) {
            return;
        }
        List<Price> series = known.at(PricePlace.of(price)).stream()
                .filter(other -> !other.equals(price))
                .toList();
        List<Validity.Period> periods = series.stream()
                .map(other -> period(other).releasedFrom(price.id()))
                .toList();
        Validity.Outcome outcome = Validity.of(period(price), periods);
        if (outcome.clash().isPresent()) {
            throw overlap(
                    Validity.finding(price.fields().item(), outcome.clash().get()));
        }
        for (int place = 0; place < series.size(); place++) {
            Price other = series.get(place);
            boolean closed = outcome.closed().contains(periods.get(place));
            boolean wasClosed = other.closedBy().filter(price.id()::equals).isPresent();
            if (closed) {
                touched.before.putIfAbsent(other, document(other));
                other.closeBefore(price.fields().validFrom(), price.id(), who, at);
            } else if (wasClosed) {
                touched.before.putIfAbsent(other, document(other));
                other.release(who, at);
            }
        }
    }

    static Validity.Period period(Price price) {
        return new Validity.Period(
                price.id(),
                price.code(),
                Objects.requireNonNull(price.fields().validFrom()),
                price.fields().validTo(),
                price.closedBy().orElse(null),
                price.state() == PriceState.ACCEPTED);
    }

    private void flush() {
        prices.getEntityManager().unwrap(Session.class).setJdbcBatchSize(BATCH);
        prices.flush();
    }

    private void judge(List<Price> lot) {
        flush();
        List<List<Finding>> found =
                findings.of(lot.stream().map(PriceFindings.Judged::of).toList());
        for (int place = 0; place < lot.size(); place++) {
            lot.get(place).judged(found.get(place));
        }
    }

    /** Has the database look at once whether validities overlap, so that it can be told which. */
    private void settle(List<Price> lot) {
        try {
            flush();
            for (String when : List.of("immediate", "deferred")) {
                prices.getEntityManager()
                        .createNativeQuery(
                                "set constraints factor_prices_reported_apart, factor_prices_accepted_apart " + when)
                        .executeUpdate();
            }
        } catch (PersistenceException refused) {
            if (isOverlap(refused)) {
                throw overlap(Validity.unseen(lot.getFirst().fields().item()));
            }
            throw refused;
        }
    }

    private static boolean isOverlap(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && OVERLAP.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static Problem overlap(Finding finding) {
        return Problem.unprocessable(OVERLAPS, List.of(finding));
    }

    private void keep(Caller who, Touched touched, String action, @Nullable String reason, Instant at) {
        if (touched.before.isEmpty()) {
            return;
        }
        versions.keep(touched.before.keySet(), at);
        List<Trail.Changed> changed = new ArrayList<>();
        touched.before.forEach((price, before) -> {
            ObjectNode after = document(price);
            changed.add(new Trail.Changed(subject(price), price.version(), Change.between(before, after), after));
            tellPublic(price, before.path("state").asText().equals(PriceState.ACCEPTED.name()), at);
        });
        trail.changes(who, action, reason, changed);
    }

    private void tellPublic(Price price, boolean wasAccepted, Instant at) {
        if (price.state() != PriceState.ACCEPTED) {
            if (wasAccepted) {
                unlisted.fire(new PriceUnlisted(price.id(), at));
            }
            return;
        }
        PriceFields fields = price.fields();
        published.fire(new PricePublished(
                price.id(),
                price.code(),
                fields.unitCode(),
                fields.parkName(),
                fields.item(),
                fields.condition(),
                Objects.requireNonNull(fields.priceLow()),
                Objects.requireNonNull(fields.high()),
                Objects.requireNonNull(fields.validFrom()),
                fields.validTo(),
                fields.composition(),
                fields.sourceDocument(),
                price.reportYear(),
                price.isExample(),
                at));
    }
}
