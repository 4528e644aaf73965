package org.zhaoshang.dispatch;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** The reports that a caller may see, month by month. */
@Path("monthly-reports")
@Tag(name = "monthly-reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MonthlyReportListResource {
    private static final Set<String> STATES =
            Arrays.stream(ReportState.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final List<Order<MonthlyReport>> ORDERS = Order.<MonthlyReport>bothWays(
                    "month",
                    "(r.month || '/' || r.unit_code)",
                    Cursor.Kind.TEXT,
                    report -> report.month() + "/" + report.unitCode(),
                    MonthlyReport::id)
            .toList();

    private final EntityManager database;
    private final OpenMonths open;
    private final MonthlyReportViews views;
    private final Units units;
    private final CurrentCaller current;

    MonthlyReportListResource(
            EntityManager database, OpenMonths open, MonthlyReportViews views, Units units, CurrentCaller current) {
        this.database = database;
        this.open = open;
        this.views = views;
        this.units = units;
        this.current = current;
    }

    @Schema(name = "MonthlyReportRow")
    record Row(
            @Schema(required = true, examples = "2021-03") String month,
            @Schema(required = true, examples = "150622") String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) long version,
            @Schema(required = true) ReportState state,
            @Schema(required = true) MonthlyReportView.Timing timing,
            @Schema(required = true) boolean noChange,
            @Schema(required = true) int submissions,
            @Nullable OffsetDateTime submittedAt,
            @Nullable OffsetDateTime acceptedAt,
            @Schema(required = true) OffsetDateTime updatedAt) {}

    @GET
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(
            summary = "Monthly reports: every unit's for the city, one's own for a unit",
            description = "Without sort by month and unit, the newest month first unless one is asked for.")
    @APIResponse(responseCode = "200", description = "One for each unit that owed it when the month opened")
    public Page<Row> listMonthlyReports(
            @QueryParam("month")
                    @Parameter(
                            description = "Comma is or",
                            schema = @Schema(implementation = String.class, examples = "2021-03"))
                    @Nullable
                    String month,
            @QueryParam("unit") @Parameter(description = "Codes of units; comma is or") @Nullable String unit,
            @QueryParam("state")
                    @Parameter(
                            description = "Comma is or",
                            schema = @Schema(implementation = String.class, examples = "SUBMITTED"))
                    @Nullable
                    String state,
            @QueryParam("sort")
                    @Parameter(
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"month", "-month"}))
                    @Nullable
                    String sort,
            @BeanParam Paging paging) {
        open.upToNow();
        RowScope scope = current.scope();
        Conditions conditions = paging.check(new Conditions()
                .and(
                        scope.where(MonthlyReports.COLUMNS),
                        scope.unitCode() == null ? Map.of() : Map.of("scopeUnit", scope.unitCode()))
                .oneOf("month", "r.month", month)
                .oneOf("unit", "r.unit_code", unit)
                .oneOf("state", "r.state", state, STATES));
        boolean unsorted = sort == null || sort.isBlank();
        Order<MonthlyReport> order =
                Order.chosen(unsorted ? (month == null ? "-month" : "month") : sort, ORDERS, conditions);
        conditions.where();
        Long total = paging.isCounted()
                ? (Long) conditions
                        .bind(database.createNativeQuery(
                                "select count(*) from monthly_reports r where " + conditions.where(), Long.class))
                        .getSingleResult()
                : null;
        Conditions after = order.after(conditions, "r", paging.cursor);
        @SuppressWarnings("unchecked")
        List<MonthlyReport> rows = after.bind(database.createNativeQuery(
                                "select r.* from monthly_reports r where %s order by %s limit :surplus"
                                        .formatted(after.where(), order.by("r")),
                                MonthlyReport.class)
                        .setParameter("surplus", paging.limit() + 1))
                .getResultList();
        Page<MonthlyReport> page = order.page(rows, paging.limit(), total);
        return new Page<>(page.items().stream().map(this::row).toList(), page.nextCursor(), page.total());
    }

    private Row row(MonthlyReport report) {
        return new Row(
                report.month(),
                report.unitCode(),
                units.nameOf(report.unitCode()),
                report.version(),
                report.state(),
                views.timing(report),
                report.isNoChange(),
                report.submissions(),
                report.submittedAt().map(CityClock::local).orElse(null),
                report.acceptedAt().map(CityClock::local).orElse(null),
                Objects.requireNonNull(CityClock.local(report.updatedAt())));
    }
}
