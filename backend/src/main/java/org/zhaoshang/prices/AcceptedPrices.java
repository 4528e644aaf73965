package org.zhaoshang.prices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhaoshang.shared.fields.PlainNumber;

/** The accepted prices of all units: the one look at other units' prices that everyone has. */
@ApplicationScoped
class AcceptedPrices {
    private final EntityManager database;

    AcceptedPrices(EntityManager database) {
        this.database = database;
    }

    /**
     * Prices of an item that are valid on some day from the one to the other, by unit; of a unit by park, condition and day.
     *
     * @param to not before {@code from}
     */
    Map<String, List<AcceptedPrice>> of(String itemCode, LocalDate from, LocalDate to) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select unit_code, id, price_low, coalesce(price_high, price_low) price_high, unit_of_measure, park_name,
                            condition, valid_from, valid_to, composition, source_document, example
                        from factor_prices
                        where state = 'ACCEPTED' and item_code = :item and valid_from <= :to
                            and coalesce(valid_to, 'infinity') >= :from
                        order by unit_code, park_key, condition_key, valid_from
                        """, Tuple.class)
                .setParameter("item", itemCode)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("unit_code", String.class),
                        LinkedHashMap::new,
                        Collectors.mapping(AcceptedPrices::price, Collectors.toList())));
    }

    private static AcceptedPrice price(Tuple row) {
        BigDecimal low = PlainNumber.of(row.get("price_low", BigDecimal.class));
        BigDecimal high = PlainNumber.of(row.get("price_high", BigDecimal.class));
        return new AcceptedPrice(
                row.get("id", UUID.class),
                low,
                high,
                PlainNumber.of(PriceKey.middle(low, high)),
                row.get("unit_of_measure", String.class),
                row.get("park_name", String.class),
                row.get("condition", String.class),
                Objects.requireNonNull(PriceList.day(row, "valid_from")),
                PriceList.day(row, "valid_to"),
                row.get("composition", String.class),
                row.get("source_document", String.class),
                row.get("example", Boolean.class));
    }
}
