package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.http.Continued;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Units;

/** Lists of signed projects: one statement a page, keyset paging on (sort key, id), columns instead of entities. */
@ApplicationScoped
class SignedProjectList {
    private static final Set<String> STAGES = names(Stage.values());
    private static final Set<String> KINDS = names(AgreementKind.values());
    private static final Set<String> ORIGINS = names(Origin.values());
    private static final String DIRECT = "NONE";

    private static final List<Order<Tuple>> ORDERS = Stream.of(
                    order("updatedAt", "p.updated_at", Cursor.Kind.INSTANT),
                    order("code", "p.code", Cursor.Kind.TEXT),
                    order("name", "p.name", Cursor.Kind.TEXT),
                    order("agreedAmountYuan", "coalesce(p.current_amount_yuan, -1)", Cursor.Kind.NUMBER),
                    order("signedOn", "coalesce(p.signed_on, '1900-01-01')", Cursor.Kind.DAY))
            .flatMap(both -> both)
            .toList();

    private static Stream<Order<Tuple>> order(String parameter, String column, Cursor.Kind kind) {
        return Order.bothWays(parameter, column, kind, row -> row.get("sort_key"), row -> row.get("id", UUID.class));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    @Schema(name = "SignedProjectRow")
    record Row(
            @Schema(required = true) UUID id,
            @Schema(required = true) String code,
            @Schema(required = true) long version,
            @Schema(required = true) String name,
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) Stage stage,
            @Nullable LocalDate stageOn,
            @Nullable AgreementKind agreementKind,
            @Nullable LocalDate signedOn,
            @Nullable String eventCode,
            @Nullable String eventName,
            @Nullable String investor,
            @Nullable Origin origin,
            @Nullable String industryCode,
            @Nullable String industryName,
            @Nullable String locationCode,

            @Nullable @Schema(description = "All that is agreed today")
            BigDecimal agreedAmountYuan,

            @Nullable BigDecimal agreedOutsideYuan,
            @Nullable Exclusion exclusion,

            @Schema(required = true, description = "Open BLOCK findings; counted only without any")
            int blocking,

            @Schema(required = true, description = "EXPLAIN findings without a word")
            int explaining,

            @Schema(required = true) OffsetDateTime updatedAt,
            @Schema(required = true) String updatedBy,
            @Schema(required = true, description = "示例") boolean example) {}

    @Schema(
            name = "SignedProjectTotals",
            description =
                    "Over the whole filter, not the page; only with count=true. Kinds of agreement stand apart (V20).")
    record Totals(
            @Schema(required = true) long count,
            @Schema(required = true) BigDecimal intentYuan,
            @Schema(required = true) BigDecimal frameworkYuan,
            @Schema(required = true) BigDecimal contractYuan,
            @Schema(required = true) BigDecimal contractOutsideYuan) {}

    @Schema(name = "SignedProjectListing")
    record Listing(
            @Schema(required = true) List<Row> items,
            @Nullable String nextCursor,
            @Nullable Long total,
            @Nullable Totals totals)
            implements Continued {}

    private final EntityManager database;
    private final SigningEvents events;
    private final Units units;
    private final Industries industries;
    private final CityClock clock;

    SignedProjectList(
            EntityManager database, SigningEvents events, Units units, Industries industries, CityClock clock) {
        this.database = database;
        this.events = events;
        this.units = units;
        this.industries = industries;
        this.clock = clock;
    }

    /** @param asOf the day at whose end the list is shown; null or blank for now */
    Listing page(SignedProjectFilter filter, Paging paging, @Nullable String asOf, RowScope scope) {
        boolean present = asOf == null || asOf.isBlank();
        String source = present ? "signed_projects" : SignedProjectVersions.TABLE;
        Conditions conditions =
                paging.check(present ? conditions(filter, scope) : past(filter, scope, Objects.requireNonNull(asOf)));
        Order<Tuple> order = Order.chosen(filter.sort, ORDERS, conditions);
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Totals totals = paging.isCounted() ? totals(source, conditions) : null;
        Conditions after = order.after(conditions, "p", paging.cursor);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = after.bind(database.createNativeQuery(
                        """
                select p.id, p.code, p.version, p.name, p.unit_code, p.stage, p.stage_on, p.current_kind, p.signed_on,
                    p.event_code, p.current_investor, p.origin, p.industry_code, p.location_code, p.current_amount_yuan,
                    p.current_outside_yuan, p.exclusion, p.blocking, p.explaining, p.updated_at, p.updated_by, p.example,
                    %s sort_key
                from %s p where %s order by %s limit :surplus
                """.formatted(order.column(), source, after.where(), order.by("p")), Tuple.class))
                .setParameter("surplus", paging.limit() + 1)
                .getResultList();
        Page<Tuple> page = order.page(rows, paging.limit(), null);
        Set<String> codes = new HashSet<>();
        page.items()
                .forEach(row ->
                        Stream.ofNullable(row.get("event_code", String.class)).forEach(codes::add));
        Map<String, String> names = events.namesOf(codes);
        return new Listing(
                page.items().stream().map(row -> row(row, names)).toList(),
                page.nextCursor(),
                totals == null ? null : totals.count(),
                totals);
    }

    /** @throws org.zhaoshang.shared.http.Problem 400 with each condition that can not be read */
    void check(SignedProjectFilter filter, RowScope scope) {
        Conditions conditions = conditions(filter, scope);
        Order.chosen(filter.sort, ORDERS, conditions);
        conditions.where();
    }

    long count(SignedProjectFilter filter, RowScope scope) {
        Conditions conditions = conditions(filter, scope);
        return (Long) conditions
                .bind(database.createNativeQuery(
                        "select count(*) from signed_projects p where " + conditions.where(), Long.class))
                .getSingleResult();
    }

    /** All rows of the filter in its order, at one moment. */
    List<UUID> ids(SignedProjectFilter filter, RowScope scope) {
        Conditions conditions = conditions(filter, scope);
        Order<Tuple> order = Order.chosen(filter.sort, ORDERS, conditions);
        @SuppressWarnings("unchecked")
        List<UUID> ids = conditions
                .bind(database.createNativeQuery(
                        "select p.id from signed_projects p where %s order by %s"
                                .formatted(conditions.where(), order.by("p")),
                        UUID.class))
                .getResultList();
        return ids;
    }

    Conditions conditions(SignedProjectFilter filter, RowScope scope) {
        return narrowed(filter, scope, clock.today(), false).text("q", "p", filter.q);
    }

    private Conditions past(SignedProjectFilter filter, RowScope scope, String asOf) {
        Conditions day = new Conditions().asOf("asOf", "p", asOf, clock.today());
        day.where(); // no other condition can be read where the day can not
        return narrowed(filter, scope, LocalDate.parse(asOf), true)
                .asOf("asOf", "p", asOf, clock.today())
                .containing("q", "p.search_text", filter.q);
    }

    private static Conditions narrowed(SignedProjectFilter filter, RowScope scope, LocalDate day, boolean past) {
        Conditions conditions = new Conditions()
                .and(scope.where(SignedProjects.COLUMNS), scopeParameters(scope))
                .oneOf("stage", "p.stage", filter.stage, STAGES)
                .oneOf("unitCode", "p.unit_code", filter.unitCode)
                .oneOf("agreementKind", "p.current_kind", filter.agreementKind, KINDS)
                .oneOf("origin", "p.origin", filter.origin, ORIGINS)
                .oneOf("industryCode", "p.industry_code", filter.industryCode)
                .oneOf("groupCode", "split_part(p.industry_code, '.', 1)", filter.groupCode)
                .oneOf("locationCode", "p.location_code", filter.locationCode)
                .date("signedFrom", "p.signed_on", ">=", filter.signedFrom)
                .date("signedTo", "p.signed_on", "<=", filter.signedTo)
                .date("stageFrom", "p.stage_on", ">=", filter.stageFrom)
                .date("stageTo", "p.stage_on", "<=", filter.stageTo)
                .number("minAmountYuan", "p.current_amount_yuan", ">=", filter.minAmountYuan)
                .number("maxAmountYuan", "p.current_amount_yuan", "<=", filter.maxAmountYuan)
                .flag("hasFindings", "p.blocking + p.explaining > 0", filter.hasFindings)
                .flag("counted", "p.blocking = 0", filter.counted)
                .flag("excluded", "p.exclusion is not null", filter.excluded)
                .flag("hasOpenDuplicates", suspected(scope), filter.hasOpenDuplicates)
                .day("updatedFrom", "p.updated_at", true, filter.updatedFrom)
                .day("updatedTo", "p.updated_at", false, filter.updatedTo);
        if (DIRECT.equals(filter.eventCode)) {
            conditions.and("p.event_code is null and p.signed_on is not null", Map.of());
        } else {
            conditions.oneOf("eventCode", "p.event_code", filter.eventCode);
        }
        if (filter.creditedTo != null && !filter.creditedTo.isBlank()) {
            conditions.and("""
                    exists (select 1 from signing_credits c where c.signed_project_id = p.id and c.event_code = :creditedTo
                        and c.projects > 0 and c.valid_from <= :creditDay and c.valid_to > :creditDay)
                    """, Map.of("creditedTo", filter.creditedTo.replace("\0", ""), "creditDay", day));
        }
        filter.narrow(conditions, day, past);
        return conditions;
    }

    /** A unit is not told that another unit has the like. */
    private static String suspected(RowScope scope) {
        String open = SigningDuplicates.OPEN + (scope.breadth() == RowScope.Breadth.ALL ? "" : " and d.same_unit");
        return "p.id in (select d.project_id from signing_duplicates d where " + open
                + " union all select d.other_id from signing_duplicates d where " + open + ")";
    }

    private Totals totals(String source, Conditions conditions) {
        Tuple sums = (Tuple) conditions
                .bind(database.createNativeQuery("""
                select count(*) count,
                    coalesce(sum(current_amount_yuan) filter (where current_kind = 'INTENT'), 0) intent,
                    coalesce(sum(current_amount_yuan) filter (where current_kind = 'FRAMEWORK'), 0) framework,
                    coalesce(sum(current_amount_yuan) filter (where current_kind = 'CONTRACT'), 0) contract,
                    coalesce(sum(current_outside_yuan) filter (where current_kind = 'CONTRACT'), 0) outside
                from %s p where %s
                """.formatted(source, conditions.where()), Tuple.class))
                .getSingleResult();
        return new Totals(
                sums.get("count", Long.class),
                PlainNumber.of(sums.get("intent", BigDecimal.class)),
                PlainNumber.of(sums.get("framework", BigDecimal.class)),
                PlainNumber.of(sums.get("contract", BigDecimal.class)),
                PlainNumber.of(sums.get("outside", BigDecimal.class)));
    }

    private Row row(Tuple row, Map<String, String> eventNames) {
        String industry = row.get("industry_code", String.class);
        String unit = row.get("unit_code", String.class);
        String event = row.get("event_code", String.class);
        String kind = row.get("current_kind", String.class);
        String origin = row.get("origin", String.class);
        String exclusion = row.get("exclusion", String.class);
        return new Row(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("version", Long.class),
                row.get("name", String.class),
                unit,
                units.nameOf(unit),
                Stage.valueOf(row.get("stage", String.class)),
                row.get("stage_on", LocalDate.class),
                kind == null ? null : AgreementKind.valueOf(kind),
                row.get("signed_on", LocalDate.class),
                event,
                event == null ? null : eventNames.get(event),
                row.get("current_investor", String.class),
                origin == null ? null : Origin.valueOf(origin),
                industry,
                industry == null ? null : industries.nameOf(industry),
                row.get("location_code", String.class),
                PlainNumber.orNull(row.get("current_amount_yuan", BigDecimal.class)),
                PlainNumber.orNull(row.get("current_outside_yuan", BigDecimal.class)),
                exclusion == null ? null : Exclusion.valueOf(exclusion),
                row.get("blocking", Integer.class),
                row.get("explaining", Integer.class),
                CityClock.local(row.get("updated_at", Instant.class)),
                row.get("updated_by", String.class),
                row.get("example", Boolean.class));
    }

    static Map<String, Object> scopeParameters(RowScope scope) {
        return scope.breadth() == RowScope.Breadth.OWN_UNIT
                ? Map.of("scopeUnit", Objects.requireNonNull(scope.unitCode()))
                : Map.of();
    }
}
