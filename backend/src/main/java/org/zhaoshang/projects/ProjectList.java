package org.zhaoshang.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Continued;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Units;

/** Lists of projects: one statement a page, keyset paging on (sort key, id), columns instead of entities. */
@ApplicationScoped
public class ProjectList {
    private static final Set<String> STATES =
            Arrays.stream(ProjectState.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private static final List<Order<Tuple>> ORDERS = Stream.of(
                    order("updatedAt", "p.updated_at", Cursor.Kind.INSTANT),
                    order("code", "p.code", Cursor.Kind.TEXT),
                    order("name", "p.name", Cursor.Kind.TEXT),
                    order("totalInvestmentYuan", "coalesce(p.total_investment_yuan, -1)", Cursor.Kind.NUMBER),
                    order("submittedAt", "coalesce(p.submitted_at, 'epoch')", Cursor.Kind.INSTANT))
            .flatMap(both -> both)
            .toList();

    private static Stream<Order<Tuple>> order(String parameter, String column, Cursor.Kind kind) {
        return Order.bothWays(parameter, column, kind, row -> row.get("sort_key"), row -> row.get("id", UUID.class));
    }

    @Schema(name = "ProjectRow")
    record Row(
            @Schema(required = true) UUID id,
            @Schema(required = true) String code,
            @Schema(required = true) long version,
            @Schema(required = true) ProjectState state,
            @Schema(required = true) String name,
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) int callYear,
            @Nullable String industryCode,
            @Nullable String industryName,
            @Nullable String locationCode,
            @Nullable BigDecimal totalInvestmentYuan,
            @Nullable BigDecimal fixedInvestmentYuan,
            @Nullable BigDecimal landAreaMu,
            @Nullable String investor,
            @Schema(required = true) boolean late,
            @Schema(required = true) boolean publiclyListed,

            @Schema(required = true, description = "Open BLOCK findings")
            int blocking,

            @Schema(required = true, description = "EXPLAIN findings without a word")
            int explaining,

            @Schema(required = true) boolean appraised,
            @Nullable OffsetDateTime submittedAt,
            @Schema(required = true) OffsetDateTime updatedAt,
            @Schema(required = true) String updatedBy,
            @Schema(required = true, description = "示例") boolean example,
            @Schema(required = true) List<String> allowedActions) {}

    @Schema(name = "ProjectTotals", description = "Over the whole filter, not the page; only with count=true")
    record Totals(
            @Schema(required = true) long count,
            @Schema(required = true) BigDecimal totalInvestmentYuan,
            @Schema(required = true) BigDecimal fixedInvestmentYuan,
            @Schema(required = true) BigDecimal landAreaMu) {}

    @Schema(name = "ProjectListing")
    record Listing(
            @Schema(required = true) List<Row> items,
            @Nullable String nextCursor,
            @Nullable Long total,
            @Nullable Totals totals)
            implements Continued {}

    private final EntityManager database;
    private final Units units;
    private final Industries industries;
    private final CityClock clock;

    ProjectList(EntityManager database, Units units, Industries industries, CityClock clock) {
        this.database = database;
        this.units = units;
        this.industries = industries;
        this.clock = clock;
    }

    /** @param asOf the day at whose end the list is shown; null or blank for now */
    Listing page(ProjectFilter filter, Paging paging, @Nullable String asOf, RowScope scope, Caller viewer) {
        boolean past = asOf != null && !asOf.isBlank();
        String source = past ? "project_versions" : "projects";
        Conditions conditions = paging.check(past ? past(filter, scope, asOf) : conditions(filter, scope));
        Order<Tuple> order = Order.chosen(filter.sort, ORDERS, conditions);
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Totals totals = paging.isCounted() ? totals(source, conditions) : null;
        Conditions after = order.after(conditions, "p", paging.cursor);
        var query = after.bind(database.createNativeQuery(
                        """
                select p.id, p.code, p.version, p.state, p.name, p.unit_code, p.call_year, p.industry_code,
                    p.location_code, p.total_investment_yuan, p.fixed_investment_yuan, p.land_area_mu, p.investor,
                    p.late, p.publicly_listed, p.blocking, p.explaining, p.appraised, p.submitted_at, p.updated_at,
                    p.updated_by, p.example, p.submissions, p.review_started_at, %s sort_key
                from %s p where %s order by %s limit :surplus
                """.formatted(order.column(), source, after.where(), order.by("p")), Tuple.class)
                .setParameter("surplus", paging.limit() + 1));
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        Page<Tuple> page = order.page(rows, paging.limit(), null);
        return new Listing(
                page.items().stream().map(row -> row(row, viewer, past)).toList(),
                page.nextCursor(),
                totals == null ? null : totals.count(),
                totals);
    }

    /** @throws org.zhaoshang.shared.http.Problem 400 with each condition that can not be read */
    public void check(ProjectFilter filter, RowScope scope) {
        Conditions conditions = conditions(filter, scope);
        Order.chosen(filter.sort, ORDERS, conditions);
        conditions.where();
    }

    /** All rows of the filter in its order, at one moment. */
    public List<UUID> ids(ProjectFilter filter, RowScope scope) {
        Conditions conditions = conditions(filter, scope);
        Order<Tuple> order = Order.chosen(filter.sort, ORDERS, conditions);
        var query = conditions.bind(database.createNativeQuery(
                "select p.id from projects p where %s order by %s".formatted(conditions.where(), order.by("p")),
                UUID.class));
        @SuppressWarnings("unchecked")
        List<UUID> ids = query.getResultList();
        return ids;
    }

    Conditions conditions(ProjectFilter filter, RowScope scope) {
        return narrowed(filter, scope).text("q", "p", filter.q);
    }

    private Conditions past(ProjectFilter filter, RowScope scope, @Nullable String asOf) {
        return narrowed(filter, scope)
                .asOf("asOf", "p", asOf, clock.today())
                .containing("q", "p.search_text", filter.q);
    }

    private static Conditions narrowed(ProjectFilter filter, RowScope scope) {
        return new Conditions()
                .and(scope.where(Projects.COLUMNS), scopeParameters(scope))
                .oneOf("state", "p.state", filter.state, STATES)
                .oneOf("unitCode", "p.unit_code", filter.unitCode)
                .oneOf("industryCode", "p.industry_code", filter.industryCode)
                .oneOf("locationCode", "p.location_code", filter.locationCode)
                .oneOf("groupCode", "split_part(p.industry_code, '.', 1)", filter.groupCode)
                .wholeNumbers("callYear", "p.call_year", filter.callYear)
                .number("minInvestmentYuan", "p.total_investment_yuan", ">=", filter.minInvestmentYuan)
                .number("maxInvestmentYuan", "p.total_investment_yuan", "<=", filter.maxInvestmentYuan)
                .flag("late", "p.late", filter.late)
                .flag("publiclyListed", "p.publicly_listed", filter.publiclyListed)
                .flag("hasBlocking", "p.blocking > 0", filter.hasBlocking)
                .flag("hasFindings", "p.blocking + p.explaining > 0", filter.hasFindings)
                .flag("appraised", "p.appraised", filter.appraised)
                .flag("inGuide", "p.in_guide", filter.inGuide)
                .day("updatedFrom", "p.updated_at", true, filter.updatedFrom)
                .day("updatedTo", "p.updated_at", false, filter.updatedTo);
    }

    private Totals totals(String source, Conditions conditions) {
        Tuple sums = (Tuple) conditions
                .bind(database.createNativeQuery("""
                select count(*) count, coalesce(sum(total_investment_yuan), 0) total,
                    coalesce(sum(fixed_investment_yuan), 0) fixed, coalesce(sum(land_area_mu), 0) land
                from %s p where %s
                """.formatted(source, conditions.where()), Tuple.class))
                .getSingleResult();
        return new Totals(
                sums.get("count", Long.class),
                sums.get("total", BigDecimal.class),
                sums.get("fixed", BigDecimal.class),
                sums.get("land", BigDecimal.class));
    }

    private Row row(Tuple row, Caller viewer, boolean past) {
        String industry = row.get("industry_code", String.class);
        String unit = row.get("unit_code", String.class);
        ProjectState state = ProjectState.valueOf(row.get("state", String.class));
        return new Row(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("version", Long.class),
                state,
                row.get("name", String.class),
                unit,
                units.nameOf(unit),
                row.get("call_year", Integer.class),
                industry,
                industry == null ? null : industries.nameOf(industry),
                row.get("location_code", String.class),
                row.get("total_investment_yuan", BigDecimal.class),
                row.get("fixed_investment_yuan", BigDecimal.class),
                row.get("land_area_mu", BigDecimal.class),
                row.get("investor", String.class),
                row.get("late", Boolean.class),
                row.get("publicly_listed", Boolean.class),
                row.get("blocking", Integer.class),
                row.get("explaining", Integer.class),
                row.get("appraised", Boolean.class),
                CityClock.localOrNull(row.get("submitted_at", Instant.class)),
                CityClock.local(row.get("updated_at", Instant.class)),
                row.get("updated_by", String.class),
                row.get("example", Boolean.class),
                past ? List.of() : actions(row, state, viewer));
    }

    /** What the stored counts tell without judging anew; the record itself gives the exact answer. */
    private static List<String> actions(Tuple row, ProjectState state, Caller viewer) {
        boolean settled = row.get("blocking", Integer.class) + row.get("explaining", Integer.class) == 0;
        boolean unseen = row.get("review_started_at", Instant.class) == null;
        boolean neverSubmitted = row.get("submissions", Integer.class) == 0;
        return Arrays.stream(Action.values())
                .filter(action -> action.isFor(viewer) && action.startsFrom(state))
                .filter(action -> action != Action.SUBMIT || settled)
                .filter(action -> action != Action.RECALL || unseen)
                .filter(action -> action != Action.DELETE || neverSubmitted)
                .map(Action::verb)
                .toList();
    }

    static Map<String, Object> scopeParameters(RowScope scope) {
        return switch (scope.breadth()) {
            case OWN_UNIT -> Map.of("scopeUnit", java.util.Objects.requireNonNull(scope.unitCode()));
            case INVITED -> Map.of("scopeAccount", java.util.Objects.requireNonNull(scope.accountId()));
            default -> Map.of();
        };
    }
}
