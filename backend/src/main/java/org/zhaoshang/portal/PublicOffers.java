package org.zhaoshang.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.prices.premises.LandParcelFields;
import org.zhaoshang.prices.premises.Listing;
import org.zhaoshang.prices.premises.ListingFields;
import org.zhaoshang.prices.premises.ListingPublished;
import org.zhaoshang.prices.premises.ListingState;
import org.zhaoshang.prices.premises.PremisesFields;
import org.zhaoshang.shared.search.Bigrams;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** The public premises and parcels: what is written of each, and the columns they are found by. */
@ApplicationScoped
class PublicOffers {
    private final PublicRows rows;
    private final EntityManager database;
    private final ObjectMapper json;
    private final Units units;

    PublicOffers(PublicRows rows, EntityManager database, ObjectMapper json, Units units) {
        this.rows = rows;
        this.database = database;
        this.json = json;
        this.units = units;
    }

    /** @param seq its number among the changes, see {@link PublicChanges} */
    void put(PublicKind kind, ListingPublished event, long seq) {
        Instant first = rows.publishedAt(kind, event.id()).orElse(event.at());
        rows.comes(kind, event.id());
        database.createNativeQuery("delete from " + kind.table() + " where id = :id")
                .setParameter("id", event.id())
                .executeUpdate();
        switch (event.fields()) {
            case PremisesFields premises ->
                common(
                                insert(kind, """
                        kind, offer, free_area_sqm, storey_height_m, floor_load_ton_per_sqm, power_kva, crane_ton,
                        rent_yuan_per_sqm_month""", """
                        :kind, :offer, :free, cast(:height as numeric), cast(:load as numeric), cast(:power as numeric),
                        cast(:crane as numeric), cast(:rent as numeric)"""),
                                event,
                                premises,
                                PublicPremises.of(event, premises, first, units),
                                first,
                                seq)
                        .setParameter(
                                "kind",
                                premises.kind() == null ? null : premises.kind().name())
                        .setParameter(
                                "offer",
                                Objects.requireNonNull(premises.offer()).name())
                        .setParameter("free", premises.freeAreaSqm())
                        .setParameter("height", premises.storeyHeightM())
                        .setParameter("load", premises.floorLoadTonPerSqm())
                        .setParameter("power", premises.powerKva())
                        .setParameter("crane", premises.craneTon())
                        .setParameter("rent", premises.rentYuanPerSqmMonth())
                        .setParameter("longitude", premises.longitude())
                        .setParameter("latitude", premises.latitude())
                        .executeUpdate();
            case LandParcelFields parcel ->
                common(
                                insert(kind, "land_use, area_sqm, area_mu, start_price_yuan", """
                        :use, cast(:sqm as numeric), cast(:mu as numeric), cast(:price as numeric)"""),
                                event,
                                parcel,
                                PublicLandParcel.of(event, parcel, first, units),
                                first,
                                seq)
                        .setParameter(
                                "use", Objects.requireNonNull(parcel.landUse()).name())
                        .setParameter("sqm", parcel.areaSqm())
                        .setParameter("mu", parcel.areaMu())
                        .setParameter("price", parcel.startPriceYuan())
                        .setParameter("longitude", parcel.longitude())
                        .setParameter("latitude", parcel.latitude())
                        .executeUpdate();
        }
    }

    /** @param columns of the kind's own */
    private Query insert(PublicKind kind, String columns, String values) {
        return database.createNativeQuery("""
                insert into %1$s (id, seq, name, unit_code, location_code, state, %2$s, longitude, latitude, verified_until,
                    unverified, search_text, search_grams, document, published_at, updated_at)
                values (:id, :seq, :name, :unit, cast(:location as text), :state, %3$s, cast(:longitude as numeric),
                    cast(:latitude as numeric), :until, :unverified, :text, cast(:grams as integer[]),
                    cast(:document as json), :publishedAt, :updatedAt)
                """.formatted(kind.table(), columns, values));
    }

    private Query common(
            Query insert, ListingPublished event, ListingFields fields, Object document, Instant first, long seq) {
        String text = Stream.concat(
                        Stream.of(event.code(), units.nameOf(fields.unitCode())),
                        fields.publicTexts().values().stream())
                .filter(Objects::nonNull)
                .map(Bigrams::normalise)
                .collect(Collectors.joining("\n"));
        return insert.setParameter("id", event.id())
                .setParameter("seq", seq)
                .setParameter("name", fields.title())
                .setParameter("unit", fields.unitCode())
                .setParameter("location", fields.locationCode())
                .setParameter("state", event.state().name())
                .setParameter("until", event.verifiedUntil())
                .setParameter(
                        "unverified",
                        Listing.unverifiedSince(event.verifiedUntil(), CityClock.dayOf(event.at()))
                                .isPresent())
                .setParameter("text", text)
                .setParameter("grams", Bigrams.of(text))
                .setParameter("document", written(document))
                .setParameter("publishedAt", first)
                .setParameter("updatedAt", event.at());
    }

    /**
     * Where the offer stands and how fresh it is; its fields stay as published. Nothing where it is not public any more.
     *
     * @param state null for the present one
     * @param verifiedUntil null for the present day
     */
    void move(
            PublicKind kind,
            UUID id,
            @Nullable ListingState state,
            @Nullable LocalDate verifiedUntil,
            Instant at,
            long seq) {
        rows.find(kind, id).ifPresent(row -> {
            ObjectNode document = read(row.document());
            if (state != null) {
                document.put("state", state.name());
            }
            LocalDate until = verifiedUntil == null
                    ? LocalDate.parse(document.path("verifiedUntil").asText())
                    : verifiedUntil;
            LocalDate lapsed =
                    Listing.unverifiedSince(until, CityClock.dayOf(at)).orElse(null);
            document.put("verifiedUntil", until.toString()).put("updatedAt", written(at));
            document.remove("unverifiedSince");
            if (lapsed != null) {
                document.put("unverifiedSince", lapsed.toString());
            }
            database.createNativeQuery("update " + kind.table() + """
                         set seq = :seq, state = :state, verified_until = :until, unverified = :unverified,
                            document = cast(:document as json), updated_at = :at
                        where id = :id
                        """)
                    .setParameter("seq", seq)
                    .setParameter("state", document.path("state").asText())
                    .setParameter("until", until)
                    .setParameter("unverified", lapsed != null)
                    .setParameter("document", document.toString())
                    .setParameter("at", at)
                    .setParameter("id", id)
                    .executeUpdate();
        });
    }

    /** Shows the rest as it is. */
    void removePicture(PublicKind kind, UUID id, UUID picture, Instant at, long seq) {
        rows.find(kind, id).ifPresent(row -> {
            ObjectNode document = read(row.document());
            if (document.path("pictures") instanceof ArrayNode pictures) {
                pictures.removeIf(one -> one.path("id").asText().equals(picture.toString()));
                if (pictures.isEmpty()) {
                    document.remove("pictures");
                }
            }
            document.put("updatedAt", written(at));
            database.createNativeQuery("update " + kind.table() + """
                         set seq = :seq, document = cast(:document as json), updated_at = :at where id = :id
                        """)
                    .setParameter("seq", seq)
                    .setParameter("document", document.toString())
                    .setParameter("at", at)
                    .setParameter("id", id)
                    .executeUpdate();
        });
    }

    /** What is shown as verified although its day has passed; some of them, the longest first. */
    List<UUID> lapsed(PublicKind kind, LocalDate today, int most) {
        return database.createNativeQuery(
                        "select id from " + kind.table()
                                + " where not unverified and verified_until < :today order by verified_until limit :most",
                        UUID.class)
                .setParameter("today", today)
                .setParameter("most", most)
                .getResultList();
    }

    private ObjectNode read(String document) {
        try {
            return (ObjectNode) json.readTree(document);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("a public document that is none", unexpected);
        }
    }

    private String written(Instant at) {
        return json.convertValue(CityClock.local(at), String.class);
    }

    private String written(Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("an offer that has no JSON", unexpected);
        }
    }
}
