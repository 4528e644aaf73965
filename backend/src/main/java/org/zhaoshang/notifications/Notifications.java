package org.zhaoshang.notifications;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
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
                    title_zh text, title_en text, words_zh text, words_en text, due_on date, once text)
            ), noted as (
                insert into notices (id, kind, roles, unit_code, account_id, page,
                    title_zh, title_en, words_zh, words_en, due_on, once, created_at)
                select id, kind, roles, unit_code, account_id, page,
                    title_zh, title_en, words_zh, words_en, due_on, once, :at
                from given order by once
                on conflict on constraint notices_once_unique do nothing
                returning *
            ), told as (
                insert into notifications (id, notice_id, account_id, created_at)
                select uuidv7(), n.id, a.id, n.created_at
                from noted n join accounts a on not a.disabled
                    and (cardinality(n.roles) = 0 or a.roles && n.roles)
                    and (n.unit_code is null or a.unit_code = n.unit_code)
                    and (n.account_id is null or a.id = n.account_id)
                returning 1
            )
            select count(*) from told
            """;

    private final EntityManager database;
    private final ObjectMapper json;
    private final KnownKinds kinds;
    private final Event<Told> told;
    private final CityClock clock;

    Notifications(EntityManager database, ObjectMapper json, KnownKinds kinds, Event<Told> told, CityClock clock) {
        this.database = database;
        this.json = json;
        this.kinds = kinds;
        this.told = told;
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
        long people = (long) database.createNativeQuery(TELL, Long.class)
                .setParameter("notices", given.toString())
                .setParameter("at", clock.now())
                .getSingleResult();
        if (people > 0) {
            told.fire(new Told());
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
                .put("once", notice.once());
        ArrayNode roles = row.putArray("roles");
        to.roles().stream().map(Enum::name).sorted().forEach(roles::add);
        return row;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
