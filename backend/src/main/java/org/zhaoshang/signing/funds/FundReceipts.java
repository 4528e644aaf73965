package org.zhaoshang.signing.funds;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.units.Units;

/** The queries on receipts. Every read of a row on behalf of someone goes through a {@link RowScope}. */
@ApplicationScoped
class FundReceipts implements PanacheRepositoryBase<FundReceipt, UUID> {
    /** Leaders read what a report told of. */
    static final RowScope.Columns COLUMNS =
            new RowScope.Columns("r.unit_code", "r.reported_month is not null", "false");

    /** Rows a message to the database. */
    private static final int BATCH = 200;

    private final StatelessSession many;
    private final Units units;

    FundReceipts(StatelessSession many, Units units) {
        this.many = many;
        this.units = units;
    }

    static Map<String, Object> scopeParameters(RowScope scope) {
        return scope.breadth() == RowScope.Breadth.OWN_UNIT
                ? Map.of("scopeUnit", Objects.requireNonNull(scope.unitCode()))
                : Map.of();
    }

    /** @throws Problem 404 for what is absent and for what is not the caller's to see alike */
    FundReceipt seen(UUID id, RowScope scope) {
        return seenOf(Set.of(id), scope).stream().findFirst().orElseThrow(Problem::notFound);
    }

    /** Those of them that the scope sees. */
    List<FundReceipt> seenOf(Set<UUID> ids, RowScope scope) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var query = getEntityManager()
                .createNativeQuery(
                        "select r.* from fund_receipts r where r.id in (:ids) and " + scope.where(COLUMNS),
                        FundReceipt.class)
                .setParameter("ids", ids);
        scopeParameters(scope).forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<FundReceipt> found = query.getResultList();
        return found;
    }

    /** Numbers rise over all units and have gaps: nobody waits for another's transaction to draw one. */
    List<String> nextCodes(String unitCode, int count) {
        List<Long> numbers = getEntityManager()
                .createNativeQuery("select nextval('fund_receipt_codes') from generate_series(1, :count)", Long.class)
                .setParameter("count", count)
                .getResultList();
        return numbers.stream()
                .map(number -> "%s-FND-%s-%04d".formatted(units.prefix(), unitCode, number))
                .toList();
    }

    boolean externalIdTaken(ReceiptFields fields, @Nullable UUID except) {
        return fields.externalId() != null
                && !getEntityManager()
                        .createNativeQuery("""
                        select 1 from fund_receipts
                        where unit_code = :unit and external_id = :key and id is distinct from cast(:except as uuid)
                        """)
                        .setParameter("unit", fields.unitCode())
                        .setParameter("key", fields.externalId())
                        .setParameter("except", except)
                        .getResultList()
                        .isEmpty();
    }

    /** A proof and its amount, as the database compares them. */
    record Proof(String key, BigDecimal amountYuan) {}

    record Holder(UUID id, String code) {}

    /** The unit's receipts with these proofs and amounts, the oldest first. */
    Map<Proof, List<Holder>> holders(String unitCode, Collection<Proof> proofs) {
        @SuppressWarnings("unchecked")
        List<Tuple> found = getEntityManager()
                .createNativeQuery("""
                        select r.proof_key, r.amount_yuan, r.id, r.code
                        from unnest(cast(:keys as text[]), cast(:amounts as numeric[])) asked (key, amount)
                            cross join lateral (select * from fund_receipts f
                                where f.proof_key = asked.key and f.amount_yuan = asked.amount offset 0) r
                        where r.unit_code = :unit order by r.id""", Tuple.class)
                .setParameter("unit", unitCode)
                .setParameter("keys", proofs.stream().map(Proof::key).toArray(String[]::new))
                .setParameter("amounts", proofs.stream().map(Proof::amountYuan).toArray(BigDecimal[]::new))
                .getResultList();
        return found.stream()
                .collect(Collectors.groupingBy(
                        row -> new Proof(
                                row.get("proof_key", String.class),
                                row.get("amount_yuan", BigDecimal.class).stripTrailingZeros()),
                        Collectors.mapping(
                                row -> new Holder(row.get("id", UUID.class), row.get("code", String.class)),
                                Collectors.toList())));
    }

    /**
     * What a unit's uploaded rows may stand for: by code, by the unit's own key, by project, proof and amount. Each key is
     * one index look-up, whatever the planner believes of a table that grows in this very transaction.
     *
     * @param hold until the transaction ends, for rows that are to be written
     */
    List<FundReceipt> matching(
            String unitCode, Set<String> codes, Set<String> externalIds, Collection<Proof> proofs, boolean hold) {
        return many.createNativeQuery("""
                        with found as (
                            select r.id from unnest(cast(:codes as text[])) key
                                cross join lateral (select * from fund_receipts where code = key offset 0) r
                            where r.unit_code = :unit
                            union select r.id from unnest(cast(:externalIds as text[])) key
                                cross join lateral (select * from fund_receipts
                                    where unit_code = :unit and external_id = key offset 0) r
                            union select r.id
                            from unnest(cast(:keys as text[]), cast(:amounts as numeric[])) asked (key, amount)
                                cross join lateral (select * from fund_receipts f
                                    where f.proof_key = asked.key and f.amount_yuan = asked.amount offset 0) r
                            where r.unit_code = :unit)
                        select r.* from fund_receipts r where r.id = any(array(select id from found)) order by r.id %s
                        """.formatted(hold ? "for update" : ""), FundReceipt.class)
                .setParameter("unit", unitCode)
                .setParameter("codes", codes.toArray(String[]::new))
                .setParameter("externalIds", externalIds.toArray(String[]::new))
                .setParameter("keys", proofs.stream().map(Proof::key).toArray(String[]::new))
                .setParameter("amounts", proofs.stream().map(Proof::amountYuan).toArray(BigDecimal[]::new))
                .getResultList();
    }

    /** The unit's newest, in the order of a list. */
    List<UUID> newest(String unitCode, int most) {
        return getEntityManager()
                .createNativeQuery("""
                        select id from fund_receipts where unit_code = :unit
                        order by updated_at desc, id desc limit :most""", UUID.class)
                .setParameter("unit", unitCode)
                .setParameter("most", most)
                .getResultList();
    }

    /** The names of projects, by id. */
    Map<UUID, String> projectNames(Set<UUID> projects) {
        if (projects.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = getEntityManager()
                .createNativeQuery("select id, name from signed_projects where id in (:ids)", Tuple.class)
                .setParameter("ids", projects)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get("id", UUID.class), row -> row.get("name", String.class)));
    }

    void insertAll(List<FundReceipt> lot) {
        many.setJdbcBatchSize(BATCH);
        many.insertMultiple(lot);
    }

    void updateAll(List<FundReceipt> lot) {
        many.setJdbcBatchSize(BATCH);
        many.updateMultiple(lot);
    }

    void deleteAll(List<FundReceipt> lot) {
        many.setJdbcBatchSize(BATCH);
        many.deleteMultiple(lot);
    }
}
