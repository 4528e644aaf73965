package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.http.Continued;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Lists of premises. */
@ApplicationScoped
class PremisesList {
    private static final ListingKind KIND = ListingKind.PREMISES;
    private static final String COLUMNS = """
            p.name, p.kind, p.address, p.park_name, p.floor_area_sqm, p.free_area_sqm, p.storey_height_m,
            p.floor_load_ton_per_sqm, p.power_kva, p.crane, p.offer, p.rent_yuan_per_sqm_month, p.sale_price_yuan""";
    private static final List<Order<Tuple>> ORDERS = Stream.of(
                    ListingList.order("updatedAt", "p.updated_at", Cursor.Kind.INSTANT),
                    ListingList.order("code", "p.code", Cursor.Kind.TEXT),
                    ListingList.order("name", "p.name", Cursor.Kind.TEXT),
                    ListingList.order("freeAreaSqm", "coalesce(p.free_area_sqm, -1)", Cursor.Kind.NUMBER))
            .flatMap(both -> both)
            .toList();

    @Schema(name = "PremisesRow")
    record Row(
            @Schema(required = true) UUID id,
            @Schema(required = true) String code,
            @Schema(required = true) long version,
            @Schema(required = true) ListingState state,
            @Schema(required = true) String name,
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Nullable String locationCode,
            PremisesFields.@Nullable Kind kind,
            @Nullable String address,
            @Nullable String parkName,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal floorAreaSqm,
            @Nullable BigDecimal freeAreaSqm,
            @Nullable BigDecimal storeyHeightM,
            @Nullable BigDecimal floorLoadTonPerSqm,
            @Nullable BigDecimal powerKva,
            @Nullable String crane,
            PremisesFields.@Nullable Offer offer,
            @Nullable BigDecimal rentYuanPerSqmMonth,
            @Nullable BigDecimal salePriceYuan,
            @Schema(required = true) boolean publiclyListed,
            @Schema(required = true) boolean changedSince,
            @Schema(required = true) LocalDate verifiedUntil,
            @Nullable LocalDate unverifiedSince,

            @Schema(required = true, description = "Open BLOCK findings")
            int blocking,

            @Schema(required = true, description = "EXPLAIN findings without a word")
            int explaining,

            @Schema(required = true) OffsetDateTime updatedAt,
            @Schema(required = true) String updatedBy,
            @Schema(required = true, description = "示例") boolean example,
            @Schema(required = true) List<String> allowedActions) {}

    @Schema(name = "PremisesListing")
    record PremisesPage(
            @Schema(required = true) List<Row> items,
            @Nullable String nextCursor,
            @Nullable Long total) implements Continued {}

    private final ListingList list;
    private final Units units;
    private final CityClock clock;

    PremisesList(ListingList list, Units units, CityClock clock) {
        this.list = list;
        this.units = units;
        this.clock = clock;
    }

    PremisesPage page(PremisesFilter filter, Paging paging, RowScope scope, Caller viewer) {
        Page<Tuple> page = list.page(KIND, COLUMNS, conditions(filter, scope), ORDERS, filter.sort, paging);
        return new PremisesPage(
                page.items().stream().map(row -> row(row, viewer)).toList(), page.nextCursor(), page.total());
    }

    List<UUID> ids(PremisesFilter filter, RowScope scope) {
        return list.ids(KIND, conditions(filter, scope), ORDERS, filter.sort);
    }

    /** @throws org.zhaoshang.shared.http.Problem 400 with each condition that can not be read */
    void check(PremisesFilter filter, RowScope scope) {
        Conditions conditions = conditions(filter, scope);
        Order.chosen(filter.sort, ORDERS, conditions);
        conditions.where();
    }

    private Conditions conditions(PremisesFilter filter, RowScope scope) {
        return new PremisesSite(
                        filter.kind,
                        filter.offer,
                        filter.minFreeAreaSqm,
                        filter.maxFreeAreaSqm,
                        filter.minStoreyHeightM,
                        filter.minFloorLoadTonPerSqm,
                        filter.minPowerKva,
                        filter.minCraneTon,
                        filter.maxRentYuanPerSqmMonth)
                .narrow(list.conditions(KIND, filter, scope));
    }

    private Row row(Tuple row, Caller viewer) {
        String unit = row.get("unit_code", String.class);
        String kind = row.get("kind", String.class);
        String offer = row.get("offer", String.class);
        LocalDate until = row.get("verified_until", LocalDate.class);
        return new Row(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("version", Long.class),
                ListingState.valueOf(row.get("state", String.class)),
                row.get("name", String.class),
                unit,
                units.nameOf(unit),
                row.get("location_code", String.class),
                kind == null ? null : PremisesFields.Kind.valueOf(kind),
                row.get("address", String.class),
                row.get("park_name", String.class),
                PlainNumber.orNull(row.get("longitude", BigDecimal.class)),
                PlainNumber.orNull(row.get("latitude", BigDecimal.class)),
                PlainNumber.orNull(row.get("floor_area_sqm", BigDecimal.class)),
                PlainNumber.orNull(row.get("free_area_sqm", BigDecimal.class)),
                PlainNumber.orNull(row.get("storey_height_m", BigDecimal.class)),
                PlainNumber.orNull(row.get("floor_load_ton_per_sqm", BigDecimal.class)),
                PlainNumber.orNull(row.get("power_kva", BigDecimal.class)),
                row.get("crane", String.class),
                offer == null ? null : PremisesFields.Offer.valueOf(offer),
                PlainNumber.orNull(row.get("rent_yuan_per_sqm_month", BigDecimal.class)),
                PlainNumber.orNull(row.get("sale_price_yuan", BigDecimal.class)),
                row.get("publicly_listed", Boolean.class),
                row.get("changed_since", Boolean.class),
                until,
                Listing.unverifiedSince(until, clock.today()).orElse(null),
                row.get("blocking", Integer.class),
                row.get("explaining", Integer.class),
                CityClock.local(row.get("updated_at", Instant.class)),
                row.get("updated_by", String.class),
                row.get("example", Boolean.class),
                ListingList.actions(KIND, row, viewer));
    }
}
