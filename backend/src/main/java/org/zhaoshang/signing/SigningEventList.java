package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;

/** The list of signing events: codes rise with the year, so that the newest come first. */
@ApplicationScoped
class SigningEventList {
    private static final Order<SigningEvent> NEWEST_FIRST =
            new Order<>("-code", "p.code", Cursor.Kind.TEXT, SigningEvent::code, SigningEvent::id);

    private final EntityManager database;

    SigningEventList(EntityManager database) {
        this.database = database;
    }

    Page<SigningEvent> page(@Nullable String q, @Nullable String year, Paging paging) {
        Conditions conditions = paging.check(new Conditions()
                .substring("q", "p.name || ' ' || coalesce(p.place, '') || ' ' || coalesce(p.organizer, '')", q)
                .wholeNumbers("year", "p.year", year));
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Long total = paging.isCounted() ? count(conditions) : null;
        Conditions after = NEWEST_FIRST.after(conditions, "p", paging.cursor);
        @SuppressWarnings("unchecked")
        List<SigningEvent> rows = after.bind(database.createNativeQuery(
                        "select p.* from signing_events p where %s order by %s limit :surplus"
                                .formatted(after.where(), NEWEST_FIRST.by("p")),
                        SigningEvent.class))
                .setParameter("surplus", paging.limit() + 1)
                .getResultList();
        return NEWEST_FIRST.page(rows, paging.limit(), total);
    }

    private Long count(Conditions conditions) {
        return (Long) conditions
                .bind(database.createNativeQuery(
                        "select count(*) from signing_events p where " + conditions.where(), Long.class))
                .getSingleResult();
    }
}
