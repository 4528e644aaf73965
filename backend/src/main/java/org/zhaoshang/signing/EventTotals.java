package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.PlainNumber;

/** What events are credited with, by the kind of agreement: of the rows that the scope sees, on a day. */
@ApplicationScoped
class EventTotals {
    private final EntityManager database;

    EventTotals(EntityManager database) {
        this.database = database;
    }

    /**
     * One column of an event.
     *
     * @param projects that count here
     * @param amountYuan with what was added to projects of other events here
     * @param upgrades listed here with 0
     * @param addedYuan of the amount, what was added to what other agreements had brought
     * @param ended of the projects, those that have ended since
     */
    @Schema(name = "EventColumn", description = "Kinds of agreement are counted apart (V20): columns are never added.")
    record Column(
            @Schema(required = true) AgreementKind kind,
            @Schema(required = true) long projects,
            @Schema(required = true) BigDecimal amountYuan,
            @Schema(required = true) BigDecimal outsideYuan,
            @Schema(required = true) long upgrades,
            @Schema(required = true) BigDecimal addedYuan,
            @Schema(required = true) long ended) {
        static Column none(AgreementKind kind) {
            return new Column(kind, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0, BigDecimal.ZERO, 0);
        }
    }

    /** By event, each with its three columns; events with nothing are left out. One statement for all of them. */
    Map<String, List<Column>> of(Collection<String> events, LocalDate day, RowScope scope) {
        if (events.isEmpty()) {
            return Map.of();
        }
        var query = database.createNativeQuery("""
                select c.event_code, c.agreement_kind, sum(c.projects) projects, sum(c.amount_yuan) amount,
                    sum(c.outside_yuan) outside, count(*) filter (where c.part in ('UPGRADE', 'SUPPLEMENT')) upgrades,
                    coalesce(sum(c.amount_yuan) filter (where c.part = 'ADDED_CAPITAL'), 0) added,
                    coalesce(sum(c.projects) filter (where p.stage = 'TERMINATED'), 0) ended
                from signing_credits c join signed_projects p on p.id = c.signed_project_id
                where c.event_code in (:events) and c.valid_from <= :day and c.valid_to > :day and (%s)
                group by c.event_code, c.agreement_kind
                """.formatted(scope.where(SignedProjects.COLUMNS)), Tuple.class)
                .setParameter("events", events)
                .setParameter("day", day);
        Projects.bind(query, scope);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        Map<String, Map<AgreementKind, Column>> found = new HashMap<>();
        rows.forEach(row -> {
            AgreementKind kind = AgreementKind.valueOf(row.get("agreement_kind", String.class));
            found.computeIfAbsent(row.get("event_code", String.class), none -> new EnumMap<>(AgreementKind.class))
                    .put(
                            kind,
                            new Column(
                                    kind,
                                    row.get("projects", Number.class).longValue(),
                                    PlainNumber.of(row.get("amount", BigDecimal.class)),
                                    PlainNumber.of(row.get("outside", BigDecimal.class)),
                                    row.get("upgrades", Number.class).longValue(),
                                    PlainNumber.of(row.get("added", BigDecimal.class)),
                                    row.get("ended", Number.class).longValue()));
        });
        Map<String, List<Column>> columns = new HashMap<>();
        found.forEach((event, kinds) -> columns.put(event, all(kinds)));
        return columns;
    }

    static List<Column> all(Map<AgreementKind, Column> kinds) {
        return Arrays.stream(AgreementKind.values())
                .map(kind -> kinds.getOrDefault(kind, Column.none(kind)))
                .toList();
    }
}
