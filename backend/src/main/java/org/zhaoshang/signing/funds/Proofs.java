package org.zhaoshang.signing.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Who had a proof and its amount first, over all units (V12). A primary key holds it, so that two that are written at once
 * are told apart as well; whoever comes second is marked, and moves up when the first one goes.
 */
@ApplicationScoped
class Proofs {
    private final EntityManager database;

    Proofs(EntityManager database) {
        this.database = database;
    }

    /** Two receipts with one proof and amount. */
    record Twins(UUID id, String code, String unitCode, String firstCode, String firstUnit) {}

    /**
     * Claims the proofs of receipts that were written, and gives up those that they no longer name; a fixed number of
     * statements.
     *
     * @return those among them that came second
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Twins> claim(Collection<UUID> receipts) {
        UUID[] ids = receipts.toArray(UUID[]::new);
        List<Tuple> left = leave("""
                using fund_receipts r where f.receipt_id = any(cast(:ids as uuid[])) and r.id = f.receipt_id
                    and (r.proof_key, r.amount_yuan) is distinct from (f.proof_key, f.amount_yuan)""", ids);
        // In the order of the key, so that two who claim the same ones never wait for each other.
        database.createNativeQuery("""
                        insert into fund_proofs (proof_key, amount_yuan, receipt_id)
                        select r.proof_key, r.amount_yuan, r.id from fund_receipts r
                        where r.id = any(cast(:ids as uuid[])) and r.proof_key is not null and r.amount_yuan is not null
                        order by r.proof_key, r.amount_yuan, r.id
                        on conflict do nothing""").setParameter("ids", ids).executeUpdate();
        moveUp(left, new UUID[0]);
        database.createNativeQuery("""
                        update fund_receipts r set twin = not r.twin
                        where r.id = any(cast(:ids as uuid[])) and r.twin <> (r.proof_key is not null
                            and r.amount_yuan is not null
                            and not exists (select 1 from fund_proofs f where f.receipt_id = r.id))""").setParameter("ids", ids).executeUpdate();
        return twins(ids);
    }

    /** The receipts are about to be deleted. */
    @Transactional(Transactional.TxType.MANDATORY)
    void release(Collection<UUID> receipts) {
        UUID[] ids = receipts.toArray(UUID[]::new);
        moveUp(leave("where f.receipt_id = any(cast(:ids as uuid[]))", ids), ids);
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> leave(String which, UUID[] ids) {
        return database.createNativeQuery(
                        "delete from fund_proofs f " + which + " returning f.proof_key, f.amount_yuan", Tuple.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Whoever came second with a proof that is free now has it. */
    private void moveUp(List<Tuple> left, UUID[] gone) {
        if (left.isEmpty()) {
            return;
        }
        String[] keys = left.stream().map(row -> row.get(0, String.class)).toArray(String[]::new);
        BigDecimal[] amounts =
                left.stream().map(row -> row.get(1, BigDecimal.class)).toArray(BigDecimal[]::new);
        String freed = """
                unnest(cast(:keys as text[]), cast(:amounts as numeric[])) freed (key, amount)
                    join fund_receipts other on other.proof_key = freed.key and other.amount_yuan = freed.amount
                        and other.id <> all(cast(:gone as uuid[]))""";
        for (String statement : List.of("""
                insert into fund_proofs (proof_key, amount_yuan, receipt_id)
                select distinct on (freed.key, freed.amount) freed.key, freed.amount, other.id from %s
                order by freed.key, freed.amount, other.id on conflict do nothing""", """
                update fund_receipts second set twin = false
                where second.twin and second.id in (select other.id from %s
                    join fund_proofs f on f.receipt_id = other.id)""")) {
            database.createNativeQuery(statement.formatted(freed))
                    .setParameter("keys", keys)
                    .setParameter("amounts", amounts)
                    .setParameter("gone", gone)
                    .executeUpdate();
        }
    }

    /** Those of the receipts that came second, each with the one that was first. */
    List<Twins> twins(UUID... ids) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select r.id, r.code, r.unit_code, held.code first_code, held.unit_code first_unit
                        from fund_receipts r
                        join fund_proofs f on f.proof_key = r.proof_key and f.amount_yuan = r.amount_yuan
                        join fund_receipts held on held.id = f.receipt_id
                        where r.id = any(cast(:ids as uuid[])) and r.twin""", Tuple.class)
                .setParameter("ids", ids)
                .getResultList();
        return rows.stream()
                .map(row -> new Twins(
                        row.get("id", UUID.class),
                        row.get("code", String.class),
                        row.get("unit_code", String.class),
                        row.get("first_code", String.class),
                        row.get("first_unit", String.class)))
                .toList();
    }
}
