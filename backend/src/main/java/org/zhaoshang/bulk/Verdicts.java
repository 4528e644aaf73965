package org.zhaoshang.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.zhaoshang.audit.Change;
import org.zhaoshang.shared.copy.CopyIn;
import org.zhaoshang.shared.rules.Finding;

/** The verdicts on an import's rows, kept beside it. */
@ApplicationScoped
class Verdicts {
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private final EntityManager database;
    private final ObjectMapper json;

    Verdicts(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(UUID importId, List<Verdict> verdicts) {
        CopyIn.copy(
                database,
                "import_rows (import_id, row, status, record_id, seen_version, left_version, code, external_id, key, name,"
                        + " errors, findings, changes)",
                target -> {
                    for (Verdict verdict : verdicts) {
                        target.cell(importId)
                                .cell(verdict.row())
                                .cell(verdict.status())
                                .cell(verdict.record())
                                .cell(verdict.seenVersion())
                                .cell(verdict.leftVersion())
                                .cell(verdict.code())
                                .cell(verdict.externalId())
                                .cell(verdict.key())
                                .cell(verdict.name())
                                .cell(json.writeValueAsString(verdict.errors()))
                                .cell(json.writeValueAsString(verdict.findings()))
                                .cell(json.writeValueAsString(verdict.changes()))
                                .endRow();
                    }
                });
    }

    /** Nothing was stored: what the plan would have done stays to be read, and is marked so. */
    @Transactional(Transactional.TxType.MANDATORY)
    void markNotApplied(UUID importId) {
        database.createNativeQuery("""
                update import_rows set status = 'NOT_APPLIED', left_version = null
                where import_id = :import and status <> 'REJECTED'
                """).setParameter("import", importId).executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void forget(UUID importId) {
        database.createNativeQuery("delete from import_rows where import_id = :import")
                .setParameter("import", importId)
                .executeUpdate();
    }

    /** The next verdicts in file order, after a row. */
    List<Verdict> after(UUID importId, int row, int limit) {
        @SuppressWarnings("unchecked")
        List<Tuple> found = database.createNativeQuery("""
                select row, status, record_id, seen_version, left_version, code, external_id, key, name,
                    cast(errors as text) errors, cast(findings as text) findings, cast(changes as text) changes
                from import_rows where import_id = :import and row > :row order by row limit :limit
                """, Tuple.class)
                .setParameter("import", importId)
                .setParameter("row", row)
                .setParameter("limit", limit)
                .getResultList();
        return found.stream().map(this::verdict).toList();
    }

    private Verdict verdict(Tuple row) {
        return new Verdict(
                row.get("row", Integer.class),
                Verdict.Status.valueOf(row.get("status", String.class)),
                row.get("record_id", UUID.class),
                row.get("seen_version", Long.class),
                row.get("left_version", Long.class),
                row.get("code", String.class),
                row.get("external_id", String.class),
                row.get("key", String.class),
                row.get("name", String.class),
                read(row.get("errors", String.class), FINDINGS),
                read(row.get("findings", String.class), FINDINGS),
                read(row.get("changes", String.class), CHANGES));
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an unreadable verdict", broken);
        }
    }
}
