package org.zhaoshang.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zhaoshang.accounts.Account;
import org.zhaoshang.shared.caller.Caller;

/** Which experts a unit invited to which of its projects; the row scope of an expert rests on it. */
@ApplicationScoped
class Invitations {
    private final EntityManager database;

    Invitations(EntityManager database) {
        this.database = database;
    }

    record Invitation(UUID accountId, String username, String displayName, Instant invitedAt, String invitedBy) {}

    /** In the order of inviting. */
    List<Invitation> of(UUID project) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select account_id, username, display_name, invited_at, invited_by from project_invitations
                        where project_id = :project order by invited_at, account_id""", Tuple.class)
                .setParameter("project", project)
                .getResultList();
        return rows.stream()
                .map(row -> new Invitation(
                        row.get("account_id", UUID.class),
                        row.get("username", String.class),
                        row.get("display_name", String.class),
                        row.get("invited_at", Instant.class),
                        row.get("invited_by", String.class)))
                .toList();
    }

    /** False when that expert was invited before. */
    boolean add(UUID project, Account expert, Caller by, Instant at) {
        return database.createNativeQuery("""
                        insert into project_invitations (project_id, account_id, username, display_name, invited_at,
                            invited_by)
                        values (:project, :account, :username, :displayName, :at, :by) on conflict do nothing""")
                        .setParameter("project", project)
                        .setParameter("account", expert.id())
                        .setParameter("username", expert.username())
                        .setParameter("displayName", expert.displayName())
                        .setParameter("at", at)
                        .setParameter("by", by.displayName())
                        .executeUpdate()
                == 1;
    }

    /** False when there was nothing to take back. */
    boolean remove(UUID project, UUID account) {
        return database.createNativeQuery(
                                "delete from project_invitations where project_id = :project and account_id = :account")
                        .setParameter("project", project)
                        .setParameter("account", account)
                        .executeUpdate()
                == 1;
    }
}
