package org.zhaoshang.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.copy.CopyIn;
import org.zhaoshang.shared.http.RequestId;
import org.zhaoshang.shared.time.CityClock;

/**
 * Writes the trail. Every method demands the running transaction: without the audit row there is no commit, and without
 * the commit no audit row.
 */
@ApplicationScoped
public class Trail {
    private final EntityManager database;
    private final ObjectMapper json;
    private final CityClock clock;
    private final Instance<RoutingContext> request;

    Trail(EntityManager database, ObjectMapper json, CityClock clock, Instance<RoutingContext> request) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.request = request;
    }

    /** Something happened that changed no field: a sign-in, a download. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(Caller who, Subject subject, String action, @Nullable String reason) {
        write(who, subject, action, reason, null, List.of(), NullNode.getInstance());
    }

    /**
     * A record changed.
     *
     * @param before the record's document before, null node when it was created
     * @param after the document afterwards, null node when it was deleted; kept whole so that any day can be shown again
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(
            Caller who,
            Subject subject,
            String action,
            @Nullable String reason,
            long version,
            JsonNode before,
            JsonNode after) {
        write(who, subject, action, reason, version, Change.between(before, after), after);
    }

    /** Many records changed alike; the same rows as {@link #change} would write one by one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void changes(Caller who, String action, @Nullable String reason, List<Changed> records) {
        String at = clock.now().toString();
        String address = address();
        String requestId = RequestId.current();
        CopyIn.copy(
                database,
                "audit_entries (at, actor_kind, actor_id, actor_name, actor_display_name, address, request_id,"
                        + " subject_kind, subject_id, unit_code, action, reason, version, changes, document)",
                target -> {
                    for (Changed record : records) {
                        target.cell(at)
                                .cell(who.kind())
                                .cell(who.id())
                                .cell(who.name())
                                .cell(who.displayName())
                                .cell(address)
                                .cell(requestId)
                                .cell(record.subject().kind())
                                .cell(record.subject().id())
                                .cell(record.subject().unitCode())
                                .cell(action)
                                .cell(reason)
                                .cell(record.version())
                                .cell(json.writeValueAsString(record.changes()))
                                .cell(record.after().isNull() ? null : json.writeValueAsString(record.after()))
                                .endRow();
                    }
                });
    }

    /**
     * One of many records.
     *
     * @param changes between what it was and {@code after}
     */
    public record Changed(Subject subject, long version, List<Change> changes, JsonNode after) {}

    private void write(
            Caller who,
            Subject subject,
            String action,
            @Nullable String reason,
            @Nullable Long version,
            List<Change> changes,
            JsonNode document) {
        database.createNativeQuery("""
                insert into audit_entries (at, actor_kind, actor_id, actor_name, actor_display_name, address, request_id,
                    subject_kind, subject_id, unit_code, action, reason, version, changes, document)
                values (:at, :actorKind, :actorId, :actorName, :actorDisplayName, :address, :requestId,
                    :subjectKind, :subjectId, :unitCode, :action, :reason, :version,
                    cast(:changes as jsonb), cast(:document as jsonb))
                """)
                .setParameter("at", clock.now())
                .setParameter("actorKind", who.kind().name())
                .setParameter("actorId", who.id())
                .setParameter("actorName", who.name())
                .setParameter("actorDisplayName", who.displayName())
                .setParameter("address", address())
                .setParameter("requestId", RequestId.current())
                .setParameter("subjectKind", subject.kind())
                .setParameter("subjectId", subject.id())
                .setParameter("unitCode", subject.unitCode())
                .setParameter("action", action)
                .setParameter("reason", reason)
                .setParameter("version", version)
                .setParameter("changes", json.valueToTree(changes).toString())
                .setParameter("document", document.isNull() ? null : document.toString())
                .executeUpdate();
    }

    private @Nullable String address() {
        if (!request.isResolvable()
                || !io.quarkus.arc.Arc.container().requestContext().isActive()) {
            return null;
        }
        try {
            return request.get().request().remoteAddress().hostAddress();
        } catch (RuntimeException outsideOfARequest) {
            return null;
        }
    }
}
