package org.zhaoshang.prices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Lists of prices: one statement a page, keyset paging on (sort key, id), columns instead of entities. */
@ApplicationScoped
class PriceList {
    private static final Set<String> STATES =
            Arrays.stream(PriceState.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ITEMS =
            FactorItems.all().stream().map(FactorItem::code).collect(Collectors.toUnmodifiableSet());

    private static final String COLUMNS = """
            p.id, p.code, p.version, p.state, p.report_year, p.unit_code, p.park_name, p.item_code, p.condition,
            p.term_years, p.price_low, p.price_high, p.unit_of_measure, p.valid_from, p.valid_to, p.composition,
            p.source_document, p.external_id, p.blocking, p.explaining, p.updated_at, p.updated_by, p.example""";

    private static final List<Order<Tuple>> ORDERS = Stream.of(
                    order("updatedAt", "p.updated_at", Cursor.Kind.INSTANT),
                    order("code", "p.code", Cursor.Kind.TEXT),
                    order("itemCode", "p.item_code", Cursor.Kind.TEXT),
                    // A number, which an index can hold: a day's text depends on the session.
                    order(
                            "validFrom",
                            "cast(coalesce(p.valid_from - date '2000-01-01', -1000000) as numeric)",
                            Cursor.Kind.NUMBER))
            .flatMap(both -> both)
            .toList();

    private static Stream<Order<Tuple>> order(String parameter, String column, Cursor.Kind kind) {
        return Order.bothWays(parameter, column, kind, row -> row.get("sort_key"), row -> row.get("id", UUID.class));
    }

    @Schema(name = "FactorPriceRow")
    record Row(
            @Schema(required = true) UUID id,
            @Schema(required = true) String code,
            @Schema(required = true) long version,
            @Schema(required = true) PriceState state,
            @Schema(required = true) int reportYear,
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Nullable String parkName,
            @Schema(required = true) String itemCode,
            @Schema(required = true) String itemName,
            @Schema(required = true) FactorItem.Category category,
            @Nullable String condition,
            @Nullable Integer termYears,
            @Nullable BigDecimal priceLow,
            @Nullable BigDecimal priceHigh,
            @Schema(required = true) String unitOfMeasure,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String composition,
            @Nullable String sourceDocument,
            @Nullable String externalId,

            @Schema(required = true, description = "Open BLOCK findings")
            int blocking,

            @Schema(required = true, description = "EXPLAIN findings without a word")
            int explaining,

            @Schema(required = true) OffsetDateTime updatedAt,
            @Schema(required = true) String updatedBy,
            @Schema(required = true, description = "示例") boolean example,
            @Schema(required = true) List<String> allowedActions) {}

    private final EntityManager database;
    private final Units units;
    private final CurrentLanguage language;
    private final CityClock clock;

    PriceList(EntityManager database, Units units, CurrentLanguage language, CityClock clock) {
        this.database = database;
        this.units = units;
        this.language = language;
        this.clock = clock;
    }

    /** @param asOf the day at whose end the list is shown; null or blank for now */
    Page<Row> page(PriceFilter filter, Paging paging, @Nullable String asOf, RowScope scope, Caller viewer) {
        boolean past = asOf != null && !asOf.isBlank();
        Conditions conditions = paging.check(past ? pastConditions(filter, scope) : conditions(filter, scope));
        if (past) {
            conditions.stoodAt("asOf", "p", "stood_from", "stood_to", asOf, clock.today());
        }
        String source = past ? "factor_price_versions" : "factor_prices";
        Order<Tuple> order = Order.chosen(filter.sort, ORDERS, conditions);
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Long total = paging.isCounted() ? count(source, conditions) : null;
        Conditions after = order.after(conditions, "p", paging.cursor);
        var query = after.bind(database.createNativeQuery(
                        "select %s, %s sort_key from %s p where %s order by %s limit :surplus"
                                .formatted(COLUMNS, order.column(), source, after.where(), order.by("p")),
                        Tuple.class)
                .setParameter("surplus", paging.limit() + 1));
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        Page<Tuple> page = order.page(rows, paging.limit(), total);
        return new Page<>(
                page.items().stream().map(row -> row(row, viewer, past)).toList(), page.nextCursor(), page.total());
    }

    /** @throws org.zhaoshang.shared.http.Problem 400 with each condition that can not be read */
    void check(PriceFilter filter, RowScope scope) {
        Conditions conditions = conditions(filter, scope);
        Order.chosen(filter.sort, ORDERS, conditions);
        conditions.where();
    }

    /** All rows of the filter in its order, at one moment. */
    List<UUID> ids(PriceFilter filter, RowScope scope) {
        Conditions conditions = conditions(filter, scope);
        Order<Tuple> order = Order.chosen(filter.sort, ORDERS, conditions);
        var query = conditions.bind(database.createNativeQuery(
                "select p.id from factor_prices p where %s order by %s".formatted(conditions.where(), order.by("p")),
                UUID.class));
        @SuppressWarnings("unchecked")
        List<UUID> ids = query.getResultList();
        return ids;
    }

    private long count(String source, Conditions conditions) {
        return (Long) conditions
                .bind(database.createNativeQuery(
                        "select count(*) from %s p where %s".formatted(source, conditions.where()), Long.class))
                .getSingleResult();
    }

    private static Conditions conditions(PriceFilter filter, RowScope scope) {
        return narrowed(filter, scope).text("q", "p", filter.q);
    }

    /** Of another day: nothing of the past is indexed for search, and it is asked for by unit, item or year. */
    private static Conditions pastConditions(PriceFilter filter, RowScope scope) {
        return narrowed(filter, scope).containing("q", "p.search_text", filter.q);
    }

    private static Conditions narrowed(PriceFilter filter, RowScope scope) {
        return new Conditions()
                .and(scope.where(Prices.COLUMNS), scopeParameters(scope))
                .oneOf("state", "p.state", filter.state, STATES)
                .oneOf("unitCode", "p.unit_code", filter.unitCode)
                .wholeNumbers("reportYear", "p.report_year", filter.reportYear)
                .oneOf("itemCode", "p.item_code", filter.itemCode)
                .oneOf("category", "p.item_code", FactorItems.codesOf(filter.category), ITEMS)
                .dayWithin("validOn", "p.valid_from", "p.valid_to", filter.validOn)
                .flag("hasBlocking", "p.blocking > 0", filter.hasBlocking)
                .flag("hasFindings", "p.blocking + p.explaining > 0", filter.hasFindings)
                .day("updatedFrom", "p.updated_at", true, filter.updatedFrom)
                .day("updatedTo", "p.updated_at", false, filter.updatedTo);
    }

    private Row row(Tuple row, Caller viewer, boolean past) {
        String unit = row.get("unit_code", String.class);
        FactorItem item = FactorItems.get(row.get("item_code", String.class));
        PriceState state = PriceState.valueOf(row.get("state", String.class));
        return new Row(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("version", Long.class),
                state,
                row.get("report_year", Integer.class),
                unit,
                units.nameOf(unit),
                row.get("park_name", String.class),
                item.code(),
                item.name().in(language.get()),
                item.category(),
                row.get("condition", String.class),
                row.get("term_years", Integer.class),
                PlainNumber.orNull(row.get("price_low", BigDecimal.class)),
                PlainNumber.orNull(row.get("price_high", BigDecimal.class)),
                row.get("unit_of_measure", String.class),
                day(row, "valid_from"),
                day(row, "valid_to"),
                row.get("composition", String.class),
                row.get("source_document", String.class),
                row.get("external_id", String.class),
                row.get("blocking", Integer.class),
                row.get("explaining", Integer.class),
                CityClock.local(Objects.requireNonNull(row.get("updated_at", Instant.class))),
                row.get("updated_by", String.class),
                row.get("example", Boolean.class),
                past ? List.of() : PriceViews.allowed(state, unit, viewer, language.get(), new ArrayList<>()));
    }

    /** A day as the driver gives it. */
    static @Nullable LocalDate day(Tuple row, String column) {
        return row.get(column) instanceof java.sql.Date day ? day.toLocalDate() : row.get(column, LocalDate.class);
    }

    static Map<String, Object> scopeParameters(RowScope scope) {
        return scope.breadth() == RowScope.Breadth.OWN_UNIT
                ? Map.of("scopeUnit", Objects.requireNonNull(scope.unitCode()))
                : Map.of();
    }
}
