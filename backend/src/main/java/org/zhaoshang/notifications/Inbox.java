package org.zhaoshang.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.time.CityClock;

/** What people were told, each of them alone, and what of it they have read. */
@ApplicationScoped
class Inbox {
    /** Only as long as one is still who it was addressed to. */
    private static final String OWN = """
            n.account_id = :account and (s.unit_code is null or s.unit_code = cast(:unit as text))
            and (cardinality(s.roles) = 0 or s.roles && cast(:roles as text[]))""";

    private static final String TABLES = "notifications n join notices s on s.id = n.notice_id";

    private static final String COLUMNS = """
            n.id, s.kind, s.title_zh, s.title_en, s.words_zh, s.words_en, s.page, s.due_on, n.created_at, n.read_at""";

    private final EntityManager database;
    private final CityClock clock;

    Inbox(EntityManager database, CityClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @SuppressWarnings("unchecked")
    @Transactional
    List<NotificationView> after(Conditions conditions, Caller caller, String order, int most, Language language) {
        List<Tuple> rows = conditions
                .bind(own(
                        database.createNativeQuery(
                                "select %s from %s where %s and %s order by %s limit :most"
                                        .formatted(COLUMNS, TABLES, OWN, conditions.where(), order),
                                Tuple.class),
                        caller))
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(row -> NotificationView.of(row, language)).toList();
    }

    @Transactional
    long count(Conditions conditions, Caller caller) {
        return (long) conditions
                .bind(own(
                        database.createNativeQuery(
                                "select count(*) from %s where %s and %s".formatted(TABLES, OWN, conditions.where()),
                                Long.class),
                        caller))
                .getSingleResult();
    }

    long unread(Caller caller) {
        return count(new Conditions().and("n.read_at is null", Map.of()), caller);
    }

    /** Empty for what is absent and for what someone else was told alike. */
    Optional<NotificationView> find(UUID id, Caller caller, Language language) {
        return after(new Conditions().and("n.id = :id", Map.of("id", id)), caller, "n.id", 1, language).stream()
                .findFirst();
    }

    /** Reading again changes nothing. No trail: whether a person has read what they were told is their own affair. */
    @Transactional(Transactional.TxType.MANDATORY)
    void read(UUID id, Caller caller) {
        mark("n.id = :id", Map.of("id", id), caller);
    }

    /** What stands in the list from that one on: what came meanwhile stays unread. */
    @Transactional(Transactional.TxType.MANDATORY)
    int readUpTo(NotificationView last, Caller caller) {
        Instant at = last.createdAt().toInstant();
        return mark("(n.created_at, n.id) <= (:at, :id)", Map.of("at", at, "id", last.id()), caller);
    }

    private int mark(String which, Map<String, ?> parameters, Caller caller) {
        Query query = database.createNativeQuery("""
                update notifications n set read_at = :now
                where n.account_id = :account and n.read_at is null and %s
                """.formatted(which))
                .setParameter("now", clock.now())
                .setParameter("account", caller.id());
        parameters.forEach(query::setParameter);
        return query.executeUpdate();
    }

    /** Nobody has opened these: people of the demonstration's past have read what they were told by the next day. */
    @Transactional(Transactional.TxType.MANDATORY)
    void readBefore(Instant moment) {
        database.createNativeQuery("""
                update notifications set read_at = created_at + interval '1 day'
                where read_at is null and created_at < :moment""").setParameter("moment", moment).executeUpdate();
    }

    /** How the inboxes of these people stand; who is left out has nothing unread. */
    @SuppressWarnings("unchecked")
    @Transactional
    Map<UUID, Unread> standing(Collection<UUID> accounts) {
        List<Tuple> rows = database.createNativeQuery("""
                        select a.id, count(*) as unread,
                            (array_agg(n.id order by n.created_at desc, n.id desc))[1] as newest
                        from notifications n
                            join notices s on s.id = n.notice_id
                            join accounts a on a.id = n.account_id
                        where n.account_id = any(:accounts) and n.read_at is null
                            and (s.unit_code is null or s.unit_code = a.unit_code)
                            and (cardinality(s.roles) = 0 or s.roles && a.roles)
                        group by a.id
                        """, Tuple.class)
                .setParameter("accounts", accounts.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("id", UUID.class),
                        row -> new Unread(row.get("unread", Long.class), row.get("newest", UUID.class))));
    }

    private static Query own(Query query, Caller caller) {
        return query.setParameter("account", caller.id())
                .setParameter("unit", caller.unitCode())
                .setParameter("roles", caller.roles().stream().map(Enum::name).toArray(String[]::new));
    }
}
