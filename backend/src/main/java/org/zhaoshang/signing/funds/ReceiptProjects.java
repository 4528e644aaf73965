package org.zhaoshang.signing.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the ledger must know of signed projects. */
@ApplicationScoped
class ReceiptProjects {
    private final EntityManager database;

    ReceiptProjects(EntityManager database) {
        this.database = database;
    }

    /** A project that input names. */
    record Named(UUID id, String code) {}

    /** A unit's projects by all that rows may call them: the code and the unit's own key. */
    Map<String, Named> named(String unitCode, Collection<String> names) {
        Set<String> asked =
                names.stream().filter(name -> name.indexOf('\0') < 0).collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select p.id, p.code, key name from unnest(cast(:names as text[])) key
                            cross join lateral (select * from signed_projects where unit_code = :unit and external_id = key
                                offset 0) p
                        union all select p.id, p.code, key from unnest(cast(:names as text[])) key
                            cross join lateral (select * from signed_projects where code = key offset 0) p
                        where p.unit_code = :unit""", Tuple.class)
                .setParameter("unit", unitCode)
                .setParameter("names", asked.toArray(String[]::new))
                .getResultList();
        Map<String, Named> named = new HashMap<>();
        rows.forEach(row -> named.put(
                row.get("name", String.class), new Named(row.get("id", UUID.class), row.get("code", String.class))));
        return named;
    }

    /** What the rules ask of a project, its receipts apart. */
    record Facts(
            @Nullable LocalDate signedOn,
            @Nullable BigDecimal agreedYuan,
            @Nullable String investor,
            BigDecimal receivedYuan) {}

    /**
     * By code.
     *
     * @param except receipts that are not summed, since they are being judged
     */
    Map<String, Facts> facts(Set<String> codes, Set<UUID> except) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select p.code, p.signed_on, p.current_amount_yuan, p.current_investor, coalesce(sums.received, 0) received
                        from signed_projects p
                        left join lateral (select sum(r.amount_yuan) received from fund_receipts r
                            where r.signed_project_id = p.id and r.id <> all(cast(:except as uuid[]))) sums on true
                        where p.code = any(cast(:codes as text[]))""", Tuple.class)
                .setParameter("codes", codes.toArray(String[]::new))
                .setParameter("except", except.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("code", String.class),
                        row -> new Facts(
                                row.get("signed_on", LocalDate.class),
                                row.get("current_amount_yuan", BigDecimal.class),
                                row.get("current_investor", String.class),
                                row.get("received", BigDecimal.class))));
    }

    /** What has receipts can be ended and not deleted. */
    void bind(Set<UUID> projects) {
        database.createNativeQuery(
                        "update signed_projects set bound = true where id = any(cast(:ids as uuid[])) and not bound")
                .setParameter("ids", projects.toArray(UUID[]::new))
                .executeUpdate();
    }
}
