package org.zhaoshang.bulk;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.files.FileOwner;
import org.zhaoshang.shared.http.Problem;

/** All imports, and which of them wait. */
@ApplicationScoped
class Imports implements PanacheRepositoryBase<Import, UUID>, FileOwner {
    /** An upload holds a unit's drafts: the unit's own people see it, and those who see all. */
    private static final RowScope.Columns COLUMNS = new RowScope.Columns("i.unit_code", "false", "false");

    /** @throws Problem 404 for what is absent and for what is not the caller's to see alike */
    Import seen(UUID id, RowScope scope) {
        return list(scope, null, 1, id).stream().findFirst().orElseThrow(Problem::notFound);
    }

    /** Newest first. Ids rise with time, so the id is the position. */
    List<Import> newest(RowScope scope, @Nullable UUID before, int limit) {
        return list(scope, before, limit, null);
    }

    private List<Import> list(RowScope scope, @Nullable UUID before, int limit, @Nullable UUID only) {
        var query = getEntityManager()
                .createNativeQuery(
                        """
                        select i.* from imports i where %s and %s and %s order by i.id desc limit :limit
                        """.formatted(
                                        scope.where(COLUMNS),
                                        before == null ? "true" : "i.id < :before",
                                        only == null ? "true" : "i.id = :only"),
                        Import.class)
                .setParameter("limit", limit);
        if (before != null) {
            query.setParameter("before", before);
        }
        if (only != null) {
            query.setParameter("only", only);
        }
        if (scope.breadth() == RowScope.Breadth.OWN_UNIT) {
            query.setParameter("scopeUnit", scope.unitCode());
        }
        @SuppressWarnings("unchecked")
        List<Import> found = query.getResultList();
        return found;
    }

    /** Those that wait or whose server may be gone, oldest first. */
    @Transactional
    List<UUID> waiting() {
        return getEntityManager()
                .createQuery(
                        "select i.id from Import i where i.state in (QUEUED, RUNNING) order by i.createdAt", UUID.class)
                .setMaxResults(20)
                .getResultList();
    }

    /** Says how far the work is, visible at once; true when someone asked to stop. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean progress(UUID id, int rowsRead) {
        return (boolean) getEntityManager()
                .createNativeQuery("update imports set rows_read = :rows where id = :id returning cancel_requested")
                .setParameter("rows", rowsRead)
                .setParameter("id", id)
                .getSingleResult();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void askToStop(UUID id) {
        getEntityManager()
                .createNativeQuery("update imports set cancel_requested = true where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    Optional<Import> thatReverts(UUID id) {
        return find("revertsImport = ?1 and state <> FAILED and state <> CANCELLED", id)
                .firstResultOptional();
    }

    Optional<Import> thatApplies(UUID id) {
        return find("appliesImport = ?1 and state <> FAILED and state <> CANCELLED", id)
                .firstResultOptional();
    }

    @Override
    public Set<String> known(Collection<String> hashes) {
        return new HashSet<>(getEntityManager()
                .createQuery("select i.sha256 from Import i where i.sha256 in (:hashes)", String.class)
                .setParameter("hashes", hashes)
                .getResultList());
    }
}
