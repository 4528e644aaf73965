package org.zhaoshang.prices;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** The yearly reports. One exists for every unit and call; its row comes with the first thing that is done to it. */
@ApplicationScoped
class PriceReports implements PanacheRepositoryBase<PriceReport, UUID> {
    private final Calls calls;
    private final Units units;
    private final CityClock clock;

    PriceReports(Calls calls, Units units, CityClock clock) {
        this.calls = calls;
        this.units = units;
        this.clock = clock;
    }

    /** @throws Problem 404 without a call of that year, for what is no reporting unit, and for what the scope does not see */
    PriceReport seen(int year, String unitCode, RowScope scope) {
        if (calls.byYear(year).isEmpty() || !units.reports(unitCode)) {
            throw Problem.notFound();
        }
        PriceReport report = find(year, unitCode).orElseGet(() -> new PriceReport(year, unitCode, clock.now()));
        boolean seen = switch (scope.breadth()) {
            case ALL -> true;
            case SUBMITTED -> report.submissions() > 0;
            case OWN_UNIT -> unitCode.equals(scope.unitCode());
            case INVITED, NONE -> false;
        };
        if (!seen) {
            throw Problem.notFound();
        }
        return report;
    }

    private Optional<PriceReport> find(int year, String unitCode) {
        return find("year = ?1 and unitCode = ?2", year, unitCode).firstResultOptional();
    }

    /** The report, held until the transaction ends, so that two steps at once come one after the other. */
    PriceReport held(PriceReport report) {
        getEntityManager()
                .createNativeQuery("""
                        insert into price_reports (id, version, year, unit_code, state, updated_at)
                        values (:id, 0, :year, :unit, 'DRAFT', :at) on conflict (year, unit_code) do nothing""")
                .setParameter("id", UUID.randomUUID())
                .setParameter("year", report.year())
                .setParameter("unit", report.unitCode())
                .setParameter("at", clock.now())
                .executeUpdate();
        PriceReport held = find(report.year(), report.unitCode()).orElseThrow();
        getEntityManager().refresh(held, LockModeType.PESSIMISTIC_WRITE);
        return held;
    }

    /**
     * The last price of each item, place and condition that the unit reported before that year.
     *
     * @return by id, the latest first day of each
     */
    List<Price> before(int year, String unitCode) {
        @SuppressWarnings("unchecked")
        List<Price> last = getEntityManager()
                .createNativeQuery("""
                        select distinct on (item_code, park_key, condition_key, term_key) * from factor_prices
                        where unit_code = :unit and report_year < :year and valid_from is not null and price_low is not null
                        order by item_code, park_key, condition_key, term_key, valid_from desc
                        """, Price.class)
                .setParameter("unit", unitCode)
                .setParameter("year", year)
                .getResultList();
        return last;
    }

    /** How a unit's prices of one year stand, as counted by the database. */
    record Count(String unitCode, int prices, int open, int blocking, int explaining, List<String> items) {}

    /** @param scope a leader's counts leave drafts out */
    List<Count> counts(int year, RowScope scope) {
        var query = Prices.bind(
                getEntityManager()
                        .createNativeQuery("""
                                select p.unit_code, count(*) prices, count(*) filter (where state in ('DRAFT', 'RETURNED')) open,
                                    sum(blocking) blocking, sum(explaining) explaining,
                                    string_agg(distinct item_code, ',') items
                                from factor_prices p where report_year = :year and %s group by p.unit_code
                                """.formatted(scope.where(Prices.COLUMNS)), Tuple.class)
                        .setParameter("year", year),
                scope);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Count(
                        row.get("unit_code", String.class),
                        row.get("prices", Long.class).intValue(),
                        row.get("open", Long.class).intValue(),
                        number(row.get("blocking")),
                        number(row.get("explaining")),
                        List.of(row.get("items", String.class).split(","))))
                .toList();
    }

    private static int number(@Nullable Object sum) {
        return sum instanceof BigDecimal decimal
                ? decimal.intValue()
                : ((Number) Objects.requireNonNullElse(sum, 0)).intValue();
    }

    List<PriceReport> ofYear(int year) {
        return list("year", year);
    }
}
