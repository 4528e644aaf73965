package org.zhaoshang.calls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zhaoshang.units.Units;

/** What a call asks of each unit, and the numbers it has given out. */
@ApplicationScoped
public class CallUnits {
    private final EntityManager database;
    private final Units units;

    CallUnits(EntityManager database, Units units) {
        this.database = database;
        this.units = units;
    }

    /**
     * Counts a new draft of the unit and gives it the next project code, for example {@code ORD-2021-150602-0001}. Holds the
     * unit's row until the transaction ends, so no two projects share one; a transaction that fails gives its number back.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String enrol(Call call, String unitCode) {
        int number = (int) database.createNativeQuery("""
                        insert into call_units as c (call_year, unit_code, next_number, drafts) values (:year, :unit, 2, 1)
                        on conflict (call_year, unit_code) do update
                            set next_number = c.next_number + 1, drafts = c.drafts + 1
                        returning next_number - 1""")
                .setParameter("year", call.year())
                .setParameter("unit", unitCode)
                .getSingleResult();
        return code(call, unitCode, number);
    }

    /**
     * The next so many codes, at once and for good: numbers that a failed transaction does not use stay unused, but nobody
     * waits for it either.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<String> reserveCodes(Call call, String unitCode, int many) {
        int first = (int) database.createNativeQuery("""
                        insert into call_units as c (call_year, unit_code, next_number) values (:year, :unit, 1 + :many)
                        on conflict (call_year, unit_code) do update set next_number = c.next_number + :many
                        returning next_number - :many""")
                .setParameter("year", call.year())
                .setParameter("unit", unitCode)
                .setParameter("many", many)
                .getSingleResult();
        return IntStream.range(first, first + many)
                .mapToObj(number -> code(call, unitCode, number))
                .toList();
    }

    private String code(Call call, String unitCode, int number) {
        return "%s-%d-%s-%04d".formatted(units.prefix(), call.year(), unitCode, number);
    }

    /** Quotas by unit, in the official order. */
    Map<String, Integer> quotas(int year) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select unit_code, quota from call_units join units on code = unit_code
                        where call_year = :year order by position""", Tuple.class)
                .setParameter("year", year)
                .getResultList();
        Map<String, Integer> quotas = new LinkedHashMap<>();
        rows.forEach(row -> quotas.put(row.get("unit_code", String.class), row.get("quota", Integer.class)));
        return quotas;
    }

    /** Gives every reporting unit its row; a unit that is not named keeps its quota, a new one starts at 0. */
    @Transactional(Transactional.TxType.MANDATORY)
    void setQuotas(int year, Map<String, Integer> quotas) {
        units.reporting().stream().map(org.zhaoshang.units.Unit::code).sorted().forEach(unit -> {
            Integer quota = quotas.get(unit);
            database.createNativeQuery("""
                            insert into call_units (call_year, unit_code, quota) values (:year, :unit, :quota)
                            on conflict (call_year, unit_code) do %s""".formatted(quota == null ? "nothing" : "update set quota = excluded.quota"))
                    .setParameter("year", year)
                    .setParameter("unit", unit)
                    .setParameter("quota", quota == null ? 0 : quota)
                    .executeUpdate();
        });
    }
}
