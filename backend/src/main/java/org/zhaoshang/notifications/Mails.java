package org.zhaoshang.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.search.Conditions;

/** The outbox: which mails wait, what they say, and what became of them. */
@ApplicationScoped
class Mails {
    private static final int LONGEST_ERROR = 300;

    private final EntityManager database;

    Mails(EntityManager database) {
        this.database = database;
    }

    enum State {
        WAITING,
        /** Taken over by the mail server. */
        SENT,
        /** Given up: the mail server would not have it. */
        UNDELIVERED,
        /** The person has no address any more, may not sign in any more, or is no longer who was addressed. */
        DROPPED
    }

    @SuppressWarnings("unchecked")
    @Transactional
    List<UUID> waiting(Instant now, int most) {
        return database.createNativeQuery("""
                        select id from notification_mails where state = 'WAITING' and next_try_at <= :now
                        order by next_try_at limit :most
                        """, UUID.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
    }

    @Transactional
    boolean isWaiting(UUID id) {
        return (boolean) database.createNativeQuery(
                        "select exists (select 1 from notification_mails where id = :id and state = 'WAITING')",
                        Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Empty when nobody is to get it any more. */
    @SuppressWarnings("unchecked")
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Letter> letter(UUID id) {
        List<Tuple> rows = database.createNativeQuery("""
                        select m.id, p.email, a.display_name, p.language, s.title_zh, s.title_en, s.words_zh, s.words_en,
                            s.due_on, s.page
                        from notification_mails m
                            join notices s on s.id = m.notice_id
                            join accounts a on a.id = m.account_id
                            join notification_settings p on p.account_id = a.id
                        where m.id = :id and p.email is not null and not a.disabled
                            and (s.unit_code is null or s.unit_code = a.unit_code)
                            and (cardinality(s.roles) = 0 or s.roles && a.roles)
                        """, Tuple.class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream().findFirst().map(Mails::letter);
    }

    private static Letter letter(Tuple row) {
        Language language = Language.valueOf(row.get("language", String.class));
        String in = language == Language.EN ? "_en" : "_zh";
        return new Letter(
                row.get("id", UUID.class),
                row.get("email", String.class),
                row.get("display_name", String.class),
                language,
                row.get("title" + in, String.class),
                row.get("words" + in, String.class),
                row.get("due_on", LocalDate.class),
                row.get("page", String.class));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void ended(UUID id, State how, @Nullable String error, Instant now) {
        database.createNativeQuery("""
                        update notification_mails set state = :state, ended_at = :now,
                            failures = failures + case when :state = 'UNDELIVERED' then 1 else 0 end,
                            last_error = coalesce(:error, last_error)
                        where id = :id
                        """)
                .setParameter("state", how.name())
                .setParameter("now", now)
                .setParameter("error", shortened(error))
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Tries that never came to an end are counted anew: what was tried and failed is no danger to the server. */
    @Transactional(Transactional.TxType.MANDATORY)
    void again(UUID id, String error, Instant at) {
        database.createNativeQuery("""
                        update notification_mails set failures = failures + 1, attempts = 0, last_error = :error,
                            next_try_at = :at
                        where id = :id and state = 'WAITING'
                        """)
                .setParameter("error", shortened(error))
                .setParameter("at", at)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** How often it failed, and since when it waits. */
    record Trials(int failures, Instant since) {}

    @Transactional(Transactional.TxType.MANDATORY)
    Trials trials(UUID id) {
        Tuple row = (Tuple) database.createNativeQuery(
                        "select failures, created_at from notification_mails where id = :id", Tuple.class)
                .setParameter("id", id)
                .getSingleResult();
        return new Trials(row.get("failures", Integer.class), row.get("created_at", Instant.class));
    }

    @SuppressWarnings("unchecked")
    @Transactional
    List<Tuple> after(Conditions conditions, String order, int most) {
        return conditions
                .bind(database.createNativeQuery("""
                        select m.id, a.username, a.display_name, s.kind, m.state, m.failures, m.last_error, m.created_at,
                            m.next_try_at, m.ended_at
                        from notification_mails m
                            join notices s on s.id = m.notice_id
                            join accounts a on a.id = m.account_id
                        where %s order by %s limit :most
                        """.formatted(conditions.where(), order), Tuple.class))
                .setParameter("most", most)
                .getResultList();
    }

    @Transactional
    long count(Conditions conditions) {
        return (long) conditions
                .bind(database.createNativeQuery(
                        "select count(*) from notification_mails m where " + conditions.where(), Long.class))
                .getSingleResult();
    }

    /** A server may answer at any length. */
    private static @Nullable String shortened(@Nullable String error) {
        return error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR) + "…";
    }
}
