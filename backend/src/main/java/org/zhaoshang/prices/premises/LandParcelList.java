package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
import org.zhaoshang.shared.fields.Bounds;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.http.Continued;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Lists of land parcels. */
@ApplicationScoped
class LandParcelList {
    private static final ListingKind KIND = ListingKind.LAND_PARCEL;
    private static final String COLUMNS = """
            p.parcel_no, p.location, p.land_use, p.area_sqm, p.area_mu, p.term_years, p.start_price_yuan,
            p.start_price_yuan / nullif(coalesce(p.area_sqm * 0.0015, p.area_mu), 0) / 10000 wan_per_mu""";
    private static final List<Order<Tuple>> ORDERS = Stream.of(
                    ListingList.order("updatedAt", "p.updated_at", Cursor.Kind.INSTANT),
                    ListingList.order("code", "p.code", Cursor.Kind.TEXT),
                    ListingList.order("parcelNo", "p.parcel_no", Cursor.Kind.TEXT),
                    ListingList.order("areaMu", LandParcelSite.MU, Cursor.Kind.NUMBER))
            .flatMap(both -> both)
            .toList();

    @Schema(name = "LandParcelRow")
    record Row(
            @Schema(required = true) UUID id,
            @Schema(required = true) String code,
            @Schema(required = true) long version,
            @Schema(required = true) ListingState state,
            @Schema(required = true) String parcelNo,
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Nullable String locationCode,
            @Nullable String location,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude,
            LandParcelFields.@Nullable Use landUse,
            @Nullable BigDecimal areaSqm,
            @Nullable BigDecimal areaMu,

            @Nullable @Schema(description = "From the square metres, three decimals; else as stated")
            BigDecimal computedAreaMu,

            @Nullable Bounds termYears,
            @Nullable BigDecimal startPriceYuan,

            @Nullable @Schema(description = "起始价, 万元/亩, two decimals")
            BigDecimal startPriceWanPerMu,

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

    @Schema(name = "LandParcelListing")
    record LandParcelPage(
            @Schema(required = true) List<Row> items,
            @Nullable String nextCursor,
            @Nullable Long total) implements Continued {}

    private final ListingList list;
    private final Units units;
    private final CityClock clock;

    LandParcelList(ListingList list, Units units, CityClock clock) {
        this.list = list;
        this.units = units;
        this.clock = clock;
    }

    LandParcelPage page(LandParcelFilter filter, Paging paging, RowScope scope, Caller viewer) {
        Page<Tuple> page = list.page(KIND, COLUMNS, conditions(filter, scope), ORDERS, filter.sort, paging);
        return new LandParcelPage(
                page.items().stream().map(row -> row(row, viewer)).toList(), page.nextCursor(), page.total());
    }

    List<UUID> ids(LandParcelFilter filter, RowScope scope) {
        return list.ids(KIND, conditions(filter, scope), ORDERS, filter.sort);
    }

    /** @throws org.zhaoshang.shared.http.Problem 400 with each condition that can not be read */
    void check(LandParcelFilter filter, RowScope scope) {
        Conditions conditions = conditions(filter, scope);
        Order.chosen(filter.sort, ORDERS, conditions);
        conditions.where();
    }

    private Conditions conditions(LandParcelFilter filter, RowScope scope) {
        return new LandParcelSite(filter.landUse, filter.minAreaMu, filter.maxAreaMu, filter.maxStartPriceWanPerMu)
                .narrow(list.conditions(KIND, filter, scope));
    }

    private Row row(Tuple row, Caller viewer) {
        String unit = row.get("unit_code", String.class);
        String use = row.get("land_use", String.class);
        String term = row.get("term_years", String.class);
        BigDecimal price = row.get("wan_per_mu", BigDecimal.class);
        LocalDate until = row.get("verified_until", LocalDate.class);
        return new Row(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("version", Long.class),
                ListingState.valueOf(row.get("state", String.class)),
                row.get("parcel_no", String.class),
                unit,
                units.nameOf(unit),
                row.get("location_code", String.class),
                row.get("location", String.class),
                PlainNumber.orNull(row.get("longitude", BigDecimal.class)),
                PlainNumber.orNull(row.get("latitude", BigDecimal.class)),
                use == null ? null : LandParcelFields.Use.valueOf(use),
                PlainNumber.orNull(row.get("area_sqm", BigDecimal.class)),
                PlainNumber.orNull(row.get("area_mu", BigDecimal.class)),
                LandParcelFields.mu(
                        row.get("area_sqm", BigDecimal.class),
                        PlainNumber.orNull(row.get("area_mu", BigDecimal.class))),
                term == null ? null : new Bounds(term),
                PlainNumber.orNull(row.get("start_price_yuan", BigDecimal.class)),
                price == null ? null : price.setScale(2, RoundingMode.HALF_UP),
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
