package org.zhaoshang.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.time.CityClock;

/** Reads the trail: a record's history, the whole log, a record as it was. */
@ApplicationScoped
public class History {
    private static final Cursor NEWEST_FIRST = new Cursor("-id", List.of(Cursor.Kind.COUNT));

    private final EntityManager database;
    private final ObjectMapper json;

    History(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What happened to one record, newest first. The caller has made sure that the record may be seen. */
    public Page<Entry> of(Subject subject, Paging paging) {
        Conditions ofIt = new Conditions()
                .and(
                        "subject_kind = :kind and subject_id = :subject",
                        Map.of("kind", subject.kind(), "subject", subject.id()));
        paging.check(ofIt).where();
        return entries(ofIt, paging);
    }

    /** Entries by any condition over the table's columns, newest first; what can not be read of the paging was refused before. */
    Page<Entry> entries(Conditions conditions, Paging paging) {
        Long total = paging.isCounted() ? count(conditions) : null;
        return Page.of(
                before(position(paging.cursor), conditions, paging.limit() + 1),
                paging.limit(),
                NEWEST_FIRST,
                entry -> List.of(entry.id()),
                total);
    }

    long count(Conditions conditions) {
        return (long) conditions
                .bind(database.createNativeQuery("select count(*) from audit_entries where " + conditions.where()))
                .getSingleResult();
    }

    /** @param id of the entry after which to go on, that is, of the last that was read */
    List<Entry> before(long id, Conditions conditions, int most) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = conditions
                .bind(database.createNativeQuery("""
                        select id, at, actor_kind, actor_name, actor_display_name, action, reason, subject_kind, subject_id,
                            unit_code, version, address, request_id, cast(changes as text) changes
                        from audit_entries where id < :before and (%s) order by id desc limit :most
                        """.formatted(conditions.where()), Tuple.class))
                .setParameter("before", id)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(this::entry).toList();
    }

    private static long position(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        return (Long) NEWEST_FIRST.read(cursor).getFirst();
    }

    /** The record's document in that version; empty if there is none. */
    public Optional<JsonNode> version(Subject subject, long version) {
        List<?> found = database.createNativeQuery("""
                select cast(document as text) from audit_entries
                where subject_kind = :kind and subject_id = :subject and version = :version and document is not null
                order by id desc limit 1
                """)
                .setParameter("kind", subject.kind())
                .setParameter("subject", subject.id())
                .setParameter("version", version)
                .getResultList();
        return found.stream().findFirst().map(text -> parse((String) text));
    }

    /** How often that happened to the record before the moment. */
    public long count(Subject subject, String action, Instant before) {
        return (Long) database.createNativeQuery("""
                select count(*) from audit_entries
                where subject_kind = :kind and subject_id = :subject and action = :action and at < :before
                """, Long.class)
                .setParameter("kind", subject.kind())
                .setParameter("subject", subject.id())
                .setParameter("action", action)
                .setParameter("before", before)
                .getSingleResult();
    }

    private Entry entry(Tuple row) {
        return new Entry(
                row.get("id", Long.class),
                CityClock.local(row.get("at", Instant.class)),
                new Entry.Actor(
                        row.get("actor_kind", String.class),
                        row.get("actor_name", String.class),
                        row.get("actor_display_name", String.class)),
                row.get("action", String.class),
                row.get("reason", String.class),
                row.get("subject_kind", String.class),
                row.get("subject_id", String.class),
                row.get("unit_code", String.class),
                row.get("version", Long.class),
                row.get("address", String.class),
                row.get("request_id", String.class),
                changes(row.get("changes", String.class)));
    }

    private List<Change> changes(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("unreadable audit entry", broken);
        }
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("unreadable audit entry", broken);
        }
    }
}
