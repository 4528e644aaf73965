package org.zhaoshang.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.zhaoshang.prices.PricePublished;
import org.zhaoshang.prices.PriceUnlisted;
import org.zhaoshang.units.Units;

/** Keeps the public factor prices in step with what is accepted, in the transaction of each change. */
@ApplicationScoped
class PublicPrices {
    private static final String UNPUBLISHED = "UNPUBLISHED";

    private final PublicRows rows;
    private final PublicChanges changes;
    private final EntityManager database;
    private final ObjectMapper json;
    private final Units units;

    PublicPrices(PublicRows rows, PublicChanges changes, EntityManager database, ObjectMapper json, Units units) {
        this.rows = rows;
        this.changes = changes;
        this.database = database;
        this.json = json;
        this.units = units;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void publish(@Observes PricePublished price) {
        changes.atTheEnd(seq -> put(price, seq));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void remove(@Observes PriceUnlisted event) {
        changes.atTheEnd(seq -> rows.remove(PublicKind.FACTOR_PRICES, event.id(), UNPUBLISHED, null, event.at(), seq));
    }

    private void put(PricePublished price, long seq) {
        Instant first = rows.publishedAt(PublicKind.FACTOR_PRICES, price.id()).orElse(price.at());
        rows.comes(PublicKind.FACTOR_PRICES, price.id());
        database.createNativeQuery("""
                insert into public_factor_prices (id, seq, unit_code, park_name, item_code, valid_from, valid_to, document,
                    published_at, updated_at)
                values (:id, :seq, :unit, :park, :item, :from, cast(:to as date), cast(:document as json), :publishedAt,
                    :updatedAt)
                on conflict (id) do update set seq = excluded.seq, park_name = excluded.park_name,
                    item_code = excluded.item_code, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                    document = excluded.document, updated_at = excluded.updated_at
                """)
                .setParameter("id", price.id())
                .setParameter("seq", seq)
                .setParameter("unit", price.unitCode())
                .setParameter("park", price.parkName())
                .setParameter("item", price.item().code())
                .setParameter("from", price.validFrom())
                .setParameter("to", price.validTo())
                .setParameter("document", document(PublicPrice.of(price, first, units)))
                .setParameter("publishedAt", first)
                .setParameter("updatedAt", price.at())
                .executeUpdate();
    }

    private String document(PublicPrice price) {
        try {
            return json.writeValueAsString(price);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("a price that has no JSON", unexpected);
        }
    }
}
