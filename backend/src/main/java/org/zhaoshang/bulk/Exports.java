package org.zhaoshang.bulk;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.files.FileOwner;
import org.zhaoshang.shared.http.Problem;

/** All exports, and which of them wait. */
@ApplicationScoped
class Exports implements PanacheRepositoryBase<Export, UUID>, FileOwner {
    /** The rows of a unit are that unit's to see; what those see who see only some is their own alone. */
    private static final RowScope.Columns COLUMNS = new RowScope.Columns("e.unit_code", "false", "false");

    private static final String OWN =
            "e.caller_id = :caller and e.breadth = :breadth and e.unit_code is not distinct from cast(:unit as text)";

    /** @throws Problem 404 for what is absent, over, and not the caller's to see alike */
    Export seen(UUID id, Caller caller, Instant now) {
        return list(caller, now, "e.id = :position", id, 1).stream().findFirst().orElseThrow(Problem::notFound);
    }

    /** Newest first. Ids rise with time, so the id is the position. */
    List<Export> newest(Caller caller, Instant now, @Nullable UUID before, int limit) {
        return list(caller, now, before == null ? "true" : "e.id < :position", before, limit);
    }

    private List<Export> list(Caller caller, Instant now, String position, @Nullable UUID id, int limit) {
        RowScope scope = RowScope.of(caller);
        var query = getEntityManager()
                .createNativeQuery("""
                        select e.* from exports e where (%s or %s) and %s and e.expires_at > :now
                        order by e.id desc limit :limit
                        """.formatted(scope.where(COLUMNS), OWN, position), Export.class)
                .setParameter("caller", caller.id())
                .setParameter("breadth", scope.breadth().name())
                .setParameter("unit", caller.unitCode())
                .setParameter("now", now)
                .setParameter("limit", limit);
        if (id != null) {
            query.setParameter("position", id);
        }
        if (scope.breadth() == RowScope.Breadth.OWN_UNIT) {
            query.setParameter("scopeUnit", Objects.requireNonNull(scope.unitCode()));
        }
        @SuppressWarnings("unchecked")
        List<Export> found = query.getResultList();
        return found;
    }

    /** Those that wait or whose server may be gone, oldest first. */
    @Transactional
    List<UUID> waiting() {
        return getEntityManager()
                .createQuery(
                        "select e.id from Export e where e.state in (QUEUED, RUNNING) order by e.createdAt", UUID.class)
                .setMaxResults(20)
                .getResultList();
    }

    @Transactional
    List<UUID> expired(Instant now) {
        return getEntityManager()
                .createQuery("select e.id from Export e where e.expiresAt <= :now", UUID.class)
                .setParameter("now", now)
                .setMaxResults(100)
                .getResultList();
    }

    @Override
    public Set<String> known(Collection<String> hashes) {
        return new HashSet<>(getEntityManager()
                .createQuery("select e.sha256 from Export e where e.sha256 in (:hashes)", String.class)
                .setParameter("hashes", hashes)
                .getResultList());
    }
}
