package org.zhaoshang.notifications;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.queue.Queued;
import org.zhaoshang.shared.time.CityClock;

/**
 * Tells people something: the one door to their inboxes and their mail. What is said is written in the transaction of the
 * change it speaks of: without that change nobody hears of it, and with it everybody does, whatever becomes of the server.
 * One statement, however many notices and people.
 */
@ApplicationScoped
public class Notifications {
    /** In one order everywhere: two servers that remind of the same things at once do not wait for one another in a circle. */
    private static final String TELL = """
            with given as (
                select * from jsonb_to_recordset(cast(:notices as jsonb)) as g(
                    id uuid, kind text, roles text[], unit_code text, account_id uuid, page text,
                    title_zh text, title_en text, words_zh text, words_en text, due_on date, once text, mailed boolean)
            ), noted as (
                insert into notices (id, kind, roles, unit_code, account_id, page,
                    title_zh, title_en, words_zh, words_en, due_on, once, created_at)
                select id, kind, roles, unit_code, account_id, page,
                    title_zh, title_en, words_zh, words_en, due_on, once, :at
                from given order by once
                on conflict on constraint notices_once_unique do nothing
                returning *
            ), people as (
                select n.id as notice_id, a.id as account_id, n.created_at,
                    (s.inbox_off @> array[n.kind]) is not true as in_inbox,
                    :mailing and s.email is not null
                        and case when g.mailed then not s.mail_off @> array[n.kind] else s.mail_on @> array[n.kind] end
                        as by_mail
                from noted n
                    join given g on g.id = n.id
                    join accounts a on not a.disabled
                        and (cardinality(n.roles) = 0 or a.roles && n.roles)
                        and (n.unit_code is null or a.unit_code = n.unit_code)
                        and (n.account_id is null or a.id = n.account_id)
                    left join notification_settings s on s.account_id = a.id
            ), told as (
                insert into notifications (id, notice_id, account_id, created_at)
                select uuidv7(), notice_id, account_id, created_at from people where in_inbox
                returning 1
            ), mailed as (
                insert into notification_mails (id, notice_id, account_id, state, created_at, next_try_at)
                select uuidv7(), notice_id, account_id, 'WAITING', created_at, created_at from people where by_mail
                returning 1
            )
            select (select count(*) from told) as told, (select count(*) from mailed) as mailed
            """;

    private final EntityManager database;
    private final ObjectMapper json;
    private final KnownKinds kinds;
    private final MailSettings mail;
    private final Event<Told> told;
    private final Event<Queued> queued;
    private final CityClock clock;

    Notifications(
            EntityManager database,
            ObjectMapper json,
            KnownKinds kinds,
            MailSettings mail,
            Event<Told> told,
            Event<Queued> queued,
            CityClock clock) {
        this.database = database;
        this.json = json;
        this.kinds = kinds;
        this.mail = mail;
        this.told = told;
        this.queued = queued;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(Notice notice) {
        tell(List.of(notice));
    }

    /** Tells many things at once: reminders of all units, say. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        ArrayNode given = json.createArrayNode();
        notices.forEach(notice -> given.add(row(notice)));
        Tuple people = (Tuple) database.createNativeQuery(TELL, Tuple.class)
                .setParameter("notices", given.toString())
                .setParameter("at", clock.now())
                .setParameter("mailing", mail.from().isPresent())
                .getSingleResult();
        if (people.get("told", Long.class) > 0) {
            told.fire(new Told());
        }
        if (people.get("mailed", Long.class) > 0) {
            queued.fire(new Queued(MailQueue.TABLE));
        }
    }

    private ObjectNode row(Notice notice) {
        if (kinds.find(notice.kind().code()) == null) {
            throw new IllegalArgumentException(
                    "no feature has notices of the kind " + notice.kind().code());
        }
        Audience to = notice.audience();
        Text title = notice.title();
        Text words = notice.words();
        ObjectNode row = json.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("kind", notice.kind().code())
                .put("unit_code", to.unitCode())
                .put("account_id", text(to.account()))
                .put("page", notice.page())
                .put("title_zh", title.zh())
                .put("title_en", title.en())
                .put("words_zh", words == null ? null : words.zh())
                .put("words_en", words == null ? null : words.en())
                .put("due_on", text(notice.dueOn()))
                .put("once", notice.once())
                .put("mailed", notice.kind().mailed());
        ArrayNode roles = row.putArray("roles");
        to.roles().stream().map(Enum::name).sorted().forEach(roles::add);
        return row;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
