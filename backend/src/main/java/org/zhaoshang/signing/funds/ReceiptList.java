package org.zhaoshang.signing.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.http.Continued;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.Origin;
import org.zhaoshang.units.Units;

/** Lists of receipts: one statement a page, keyset paging on (sort key, id), columns instead of entities. */
@ApplicationScoped
class ReceiptList {
    private static final String UNREPORTED = "NONE";

    private static final List<Order<Tuple>> ORDERS = Stream.of(
                    order("updatedAt", "r.updated_at", Cursor.Kind.INSTANT),
                    order("code", "r.code", Cursor.Kind.TEXT),
                    order("receivedOn", "coalesce(r.received_on, '1900-01-01')", Cursor.Kind.DAY),
                    order("amountYuan", "coalesce(r.amount_yuan, -1)", Cursor.Kind.NUMBER))
            .flatMap(both -> both)
            .toList();

    private static Stream<Order<Tuple>> order(String parameter, String column, Cursor.Kind kind) {
        return Order.bothWays(parameter, column, kind, row -> row.get("sort_key"), row -> row.get("id", UUID.class));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    @Schema(name = "ReceiptRow")
    record Row(
            @Schema(required = true) UUID id,
            @Schema(required = true) String code,
            @Schema(required = true) long version,
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) UUID signedProjectId,
            @Schema(required = true) String signedProject,
            @Schema(required = true) String signedProjectName,
            @Nullable LocalDate receivedOn,
            @Nullable BigDecimal amountYuan,
            @Nullable Origin origin,
            @Nullable String payer,
            @Nullable FundForm form,
            @Nullable FundUse use,
            @Nullable String proofKind,
            @Nullable String proofNumber,
            @Nullable BigDecimal enteredAmountYuan,
            @Nullable LocalDate enteredOn,
            @Nullable BigDecimal reviewedYuan,
            @Nullable String cutReason,
            @Nullable BigDecimal recognisedYuan,
            @Nullable LocalDate recognisedOn,

            @Schema(required = true, description = "Counts for the assessed figure")
            boolean assessed,

            @Schema(required = true, description = "Another receipt had this proof first; judged by nobody yet")
            boolean proofTwice,

            @Nullable String reportedMonth,
            @Schema(required = true) boolean locked,
            @Schema(required = true) int blocking,
            @Schema(required = true) int explaining,
            @Schema(required = true) OffsetDateTime updatedAt,
            @Schema(required = true) String updatedBy,
            @Schema(required = true, description = "示例") boolean example) {}

    @Schema(name = "ReceiptListing")
    record Listing(
            @Schema(required = true) List<Row> items,
            @Nullable String nextCursor,
            @Nullable Long total,

            @Nullable @Schema(description = "Over the whole filter, not the page; only with count=true")
            FundSums totals)
            implements Continued {}

    private final EntityManager database;
    private final Units units;

    ReceiptList(EntityManager database, Units units) {
        this.database = database;
        this.units = units;
    }

    Listing page(ReceiptFilter filter, Paging paging, RowScope scope) {
        Conditions conditions = paging.check(conditions(filter, scope));
        Order<Tuple> order = Order.chosen(filter.sort, ORDERS, conditions);
        conditions.where(); // what can not be read is refused before the cursor is looked at
        FundSums totals = paging.isCounted() ? sums(conditions) : null;
        Conditions after = order.after(conditions, "r", paging.cursor);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = after.bind(database.createNativeQuery(
                        """
                select r.id, r.code, r.version, r.unit_code, r.signed_project_id, r.signed_project, p.name, r.received_on,
                    r.amount_yuan, r.origin, r.payer, r.form, r.use, r.proof_kind, r.proof_number, r.entered_amount_yuan,
                    r.entered_on, r.reviewed_yuan, r.cut_reason, r.recognised_yuan, r.recognised_on, %s assessed,
                    %s proof_twice, r.reported_month, r.locked, r.blocking, r.explaining, r.updated_at, r.updated_by,
                    r.example, %s sort_key
                from %s where %s order by %s limit :surplus
                """.formatted(
                                        Counting.ASSESSED,
                                        twice(scope),
                                        order.column(),
                                        FundSums.SOURCE,
                                        after.where(),
                                        order.by("r")),
                        Tuple.class))
                .setParameter("surplus", paging.limit() + 1)
                .getResultList();
        Page<Tuple> page = order.page(rows, paging.limit(), null);
        return new Listing(
                page.items().stream().map(this::row).toList(),
                page.nextCursor(),
                totals == null ? null : totals.receipts(),
                totals);
    }

    FundSums sums(ReceiptFilter filter, RowScope scope) {
        return sums(conditions(filter, scope));
    }

    private FundSums sums(Conditions conditions) {
        return FundSums.of((Tuple) conditions
                .bind(database.createNativeQuery(
                        "select %s from %s where %s".formatted(FundSums.COLUMNS, FundSums.SOURCE, conditions.where()),
                        Tuple.class))
                .getSingleResult());
    }

    /** The sums by a column of the receipts; whoever lists nothing has no row. @param column of ours, never of a caller's */
    Map<String, FundSums> sumsBy(String column, ReceiptFilter filter, RowScope scope) {
        Conditions conditions = conditions(filter, scope);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = conditions
                .bind(database.createNativeQuery(
                        "select %1$s key, %2$s from %3$s where %4$s and %1$s is not null group by %1$s"
                                .formatted(column, FundSums.COLUMNS, FundSums.SOURCE, conditions.where()),
                        Tuple.class))
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get("key", String.class), FundSums::of));
    }

    /** @throws org.zhaoshang.shared.http.Problem 400 with each condition that can not be read */
    void check(ReceiptFilter filter, RowScope scope) {
        Conditions conditions = conditions(filter, scope);
        Order.chosen(filter.sort, ORDERS, conditions);
        conditions.where();
    }

    /** All rows of the filter in its order, at one moment. */
    List<UUID> ids(ReceiptFilter filter, RowScope scope) {
        return first(Integer.MAX_VALUE, filter, scope);
    }

    /** The first rows of the filter in its order. */
    List<UUID> first(int most, ReceiptFilter filter, RowScope scope) {
        Conditions conditions = conditions(filter, scope);
        Order<Tuple> order = Order.chosen(filter.sort, ORDERS, conditions);
        @SuppressWarnings("unchecked")
        List<UUID> ids = conditions
                .bind(database.createNativeQuery(
                        "select r.id from %s where %s order by %s"
                                .formatted(FundSums.SOURCE, conditions.where(), order.by("r")),
                        UUID.class))
                .setMaxResults(most)
                .getResultList();
        return ids;
    }

    /** A unit is not told what another unit has: of its own twins only. */
    private static String twice(RowScope scope) {
        return scope.seesOtherUnits() ? "(r.twin and r.proof_verdict is null)" : """
                (r.twin and r.proof_verdict is null and exists (select 1 from fund_receipts other
                    where other.proof_key = r.proof_key and other.amount_yuan = r.amount_yuan
                        and other.unit_code = r.unit_code and other.id < r.id))""";
    }

    private static Conditions conditions(ReceiptFilter filter, RowScope scope) {
        Conditions conditions = new Conditions()
                .and(scope.where(FundReceipts.COLUMNS), FundReceipts.scopeParameters(scope))
                .textOrOf("q", "r", "signed_project_id", "signed_projects", filter.q)
                .oneOf("unitCode", "r.unit_code", filter.unitCode)
                .oneOf("signedProject", "r.signed_project", filter.signedProject)
                .oneOf("eventCode", "p.event_code", filter.eventCode)
                .oneOf("origin", "r.origin", filter.origin, names(Origin.values()))
                .oneOf("form", "r.form", filter.form, names(FundForm.values()))
                .oneOf("use", "r.use", filter.use, names(FundUse.values()))
                .date("receivedFrom", "r.received_on", ">=", filter.receivedFrom)
                .date("receivedTo", "r.received_on", "<=", filter.receivedTo)
                .flag("assessed", Counting.ASSESSED, filter.assessed)
                .flag("reviewed", "r.reviewed_yuan is not null", filter.reviewed)
                .flag("recognised", "r.recognised_yuan is not null", filter.recognised)
                .flag("differs", "r.entered_amount_yuan is distinct from r.amount_yuan", filter.differs)
                .flag("proofTwice", twice(scope), filter.proofTwice)
                .flag("pastYear", "extract(year from r.received_on) < left(r.reported_month, 4)::int", filter.pastYear)
                .flag("hasFindings", "r.blocking + r.explaining > 0", filter.hasFindings)
                .day("updatedFrom", "r.updated_at", true, filter.updatedFrom)
                .day("updatedTo", "r.updated_at", false, filter.updatedTo);
        return UNREPORTED.equals(filter.reportedMonth)
                ? conditions.and("r.reported_month is null", Map.of())
                : conditions.oneOf("reportedMonth", "r.reported_month", filter.reportedMonth);
    }

    private Row row(Tuple row) {
        String unit = row.get("unit_code", String.class);
        return new Row(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("version", Long.class),
                unit,
                units.nameOf(unit),
                row.get("signed_project_id", UUID.class),
                row.get("signed_project", String.class),
                row.get("name", String.class),
                row.get("received_on", LocalDate.class),
                PlainNumber.orNull(row.get("amount_yuan", BigDecimal.class)),
                named(Origin.class, row.get("origin", String.class)),
                row.get("payer", String.class),
                named(FundForm.class, row.get("form", String.class)),
                named(FundUse.class, row.get("use", String.class)),
                row.get("proof_kind", String.class),
                row.get("proof_number", String.class),
                PlainNumber.orNull(row.get("entered_amount_yuan", BigDecimal.class)),
                row.get("entered_on", LocalDate.class),
                PlainNumber.orNull(row.get("reviewed_yuan", BigDecimal.class)),
                row.get("cut_reason", String.class),
                PlainNumber.orNull(row.get("recognised_yuan", BigDecimal.class)),
                row.get("recognised_on", LocalDate.class),
                Boolean.TRUE.equals(row.get("assessed", Boolean.class)),
                Boolean.TRUE.equals(row.get("proof_twice", Boolean.class)),
                row.get("reported_month", String.class),
                row.get("locked", Boolean.class),
                row.get("blocking", Integer.class),
                row.get("explaining", Integer.class),
                CityClock.local(row.get("updated_at", Instant.class)),
                row.get("updated_by", String.class),
                row.get("example", Boolean.class));
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
