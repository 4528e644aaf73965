package org.zhaoshang.prices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.prices.PriceRules.Previous;
import org.zhaoshang.shared.rules.Finding;

/** Gathers what the rules must know and asks them: the one way to a price's findings, for one and for a thousand. */
@ApplicationScoped
class PriceFindings {
    private final EntityManager database;

    PriceFindings(EntityManager database) {
        this.database = database;
    }

    /** @param id of the stored price that the fields belong to; null for one that does not exist yet */
    record Judged(PriceFields fields, @Nullable UUID id) {
        static Judged of(Price price) {
            return new Judged(price.fields(), price.id());
        }
    }

    List<Finding> of(Price price) {
        return of(List.of(Judged.of(price))).getFirst();
    }

    List<List<Finding>> of(List<Judged> lot) {
        Map<Integer, Previous> previous = previous(lot);
        return java.util.stream.IntStream.range(0, lot.size())
                .mapToObj(at -> PriceRules.check(lot.get(at).fields(), new PriceRules.Context(previous.get(at))))
                .toList();
    }

    /** The price before each, by its place in the lot. */
    Map<Integer, Previous> previous(List<Judged> lot) {
        @SuppressWarnings("unchecked")
        List<Tuple> found = database.createNativeQuery("""
                        select lot.at, before.price_low, coalesce(before.price_high, before.price_low) price_high,
                            before.valid_from
                        from unnest(cast(:units as text[]), cast(:items as text[]), cast(:parks as text[]),
                                cast(:conditions as text[]), cast(:terms as integer[]), cast(:days as date[]),
                                cast(:ids as uuid[])) with ordinality lot (unit, item, park, condition, term, day, id, at)
                            cross join lateral (
                                select price_low, price_high, valid_from from factor_prices
                                where unit_code = lot.unit and item_code = lot.item and park_key = lot.park
                                    and condition_key = lot.condition and term_key = lot.term
                                    and valid_from < coalesce(lot.day, 'infinity')
                                    and price_low is not null and id is distinct from lot.id
                                order by valid_from desc limit 1) before
                        """, Tuple.class)
                .setParameter("units", texts(lot, judged -> judged.fields().unitCode()))
                .setParameter("items", texts(lot, judged -> judged.fields().itemCode()))
                .setParameter(
                        "parks",
                        texts(lot, judged -> PriceKey.of(judged.fields()).parkKey()))
                .setParameter(
                        "conditions",
                        texts(lot, judged -> PriceKey.of(judged.fields()).conditionKey()))
                .setParameter(
                        "terms",
                        lot.stream()
                                .map(judged -> PriceKey.of(judged.fields()).termKey())
                                .toArray(Integer[]::new))
                .setParameter("days", texts(lot, judged -> text(judged.fields().validFrom())))
                .setParameter("ids", texts(lot, judged -> text(judged.id())))
                .getResultList();
        Map<Integer, Previous> previous = new HashMap<>();
        found.forEach(row -> previous.put(
                row.get("at", Long.class).intValue() - 1,
                new Previous(
                        row.get("price_low", BigDecimal.class),
                        row.get("price_high", BigDecimal.class),
                        row.get("valid_from", LocalDate.class))));
        return previous;
    }

    private static String[] texts(List<Judged> lot, java.util.function.Function<Judged, @Nullable String> text) {
        return lot.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
