package org.zhaoshang.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.signing.SignedProject;
import org.zhaoshang.signing.SignedProjects;
import org.zhaoshang.signing.SigningEvents;

/** The rows of a report: those that were written, and for the other projects of the unit what is carried over. */
@ApplicationScoped
class Entries {
    private final EntityManager database;
    private final SignedProjects projects;
    private final SigningEvents events;
    private final ObjectMapper json;

    Entries(EntityManager database, SignedProjects projects, SigningEvents events, ObjectMapper json) {
        this.database = database;
        this.projects = projects;
        this.events = events;
        this.json = json;
    }

    /**
     * The projects of a report, by code: as long as it is written all that the unit tracks, and from then on those it spoke of.
     */
    List<UUID> projectsOf(MonthlyReport report) {
        Set<UUID> all = new LinkedHashSet<>(report.state().isOpen() ? projects.tracked(report.unitCode()) : List.of());
        all.addAll(database.createNativeQuery("""
                        select e.signed_project_id from monthly_entries e
                        where e.month = :month and e.unit_code = :unit order by e.signed_project_id""", UUID.class)
                .setParameter("month", report.month())
                .setParameter("unit", report.unitCode())
                .getResultList());
        return List.copyOf(all);
    }

    /** All rows, by the code of the project. */
    List<Entry> of(MonthlyReport report) {
        return of(report, projectsOf(report));
    }

    /** Three statements, however many rows. */
    List<Entry> of(MonthlyReport report, Collection<UUID> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<UUID, SignedProject> known =
                projects
                        .seenOf(Set.copyOf(wanted), new RowScope(RowScope.Breadth.OWN_UNIT, report.unitCode(), null))
                        .stream()
                        .collect(Collectors.toMap(SignedProject::id, Function.identity()));
        // Whoever moves their stages afterwards reads and holds them anew.
        known.values().forEach(database::detach);
        Map<String, String> names = events.namesOf(known.values().stream()
                .map(project -> project.fields().eventCode())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select p.id, cast(to_jsonb(present) as text) present, cast(to_jsonb(last) as text) last,
                            coalesce(sums.this_year, 0) this_year, coalesce(sums.total, 0) total
                        from unnest(cast(:projects as uuid[])) p(id)
                        left join monthly_entries present on present.signed_project_id = p.id and present.month = :month
                        left join lateral (select e.* from monthly_entries e
                                join monthly_reports r on r.month = e.month and r.unit_code = e.unit_code
                            where e.signed_project_id = p.id and e.month < :month and r.submissions > 0
                            order by e.month desc limit 1) last on true
                        left join lateral (select sum(e.completed_investment_yuan) total,
                                sum(e.completed_investment_yuan) filter (where e.month >= :january) this_year
                            from monthly_entries e join monthly_reports r on r.month = e.month and r.unit_code = e.unit_code
                            where e.signed_project_id = p.id and e.month < :month and r.submissions > 0) sums on true
                        """, Tuple.class)
                .setParameter("projects", wanted.toArray(UUID[]::new))
                .setParameter("month", report.month())
                .setParameter("january", MonthCode.firstOfYear(report.month()))
                .getResultList();
        return rows.stream()
                .filter(row -> known.containsKey(row.get("id", UUID.class)))
                .map(row -> entry(Objects.requireNonNull(known.get(row.get("id", UUID.class))), names, row))
                .sorted(java.util.Comparator.comparing(Entry::code))
                .toList();
    }

    private Entry entry(SignedProject project, Map<String, String> events, Tuple row) {
        String event = project.fields().eventCode();
        JsonNode present = read(row.get("present", String.class));
        JsonNode last = read(row.get("last", String.class));
        EntryFields lastFields = last == null ? null : fields(last);
        EntryFields carried = lastFields == null ? EntryFields.of(project) : lastFields.carried(project);
        return new Entry(
                project,
                event == null ? null : events.get(event),
                present == null ? 0 : present.get("version").longValue(),
                present == null ? carried : fields(present),
                lastFields == null ? EntryFields.of(project) : lastFields,
                last == null ? null : last.get("month").textValue(),
                lastFields,
                last == null ? 0 : last.get("still_months").intValue(),
                row.get("this_year", BigDecimal.class),
                row.get("total", BigDecimal.class));
    }

    private @Nullable JsonNode read(@Nullable String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("unreadable row", broken);
        }
    }

    private EntryFields fields(JsonNode row) {
        ObjectNode fields = json.createObjectNode();
        fields.set("stage", row.get("stage"));
        fields.set("stageOn", row.get("stage_on"));
        fields.set("startKind", row.get("start_kind"));
        fields.set("completedInvestmentYuan", row.get("completed_investment_yuan"));
        fields.set("progress", row.get("progress"));
        fields.set("problemKinds", row.get("problem_kinds"));
        fields.set("problems", row.get("problems"));
        fields.set("coordination", row.get("coordination"));
        fields.set("nextPlan", row.get("next_plan"));
        fields.set("permits", row.get("permits"));
        fields.set("justifications", row.get("justifications"));
        try {
            return json.treeToValue(fields, EntryFields.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("unreadable row", broken);
        }
    }

    /**
     * Stores the rows, each as one version more, in one statement.
     *
     * @param report held, so that nobody else writes a row of it
     * @return the new versions
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<UUID, Long> store(MonthlyReport report, List<Entry> entries, Caller by, Instant at) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        ArrayNode rows = json.createArrayNode();
        for (Entry entry : entries) {
            EntryFields fields = entry.fields();
            ObjectNode row = json.createObjectNode()
                    .put("project", entry.project().id().toString())
                    .put("stage", fields.stage().name())
                    .put("stage_on", text(fields.stageOn()))
                    .put("start_kind", text(fields.startKind()))
                    .put("invested", fields.completedInvestmentYuan())
                    .put("progress", fields.progress())
                    .put("problems", fields.problems())
                    .put("coordination", fields.coordination())
                    .put("next_plan", fields.nextPlan())
                    .put("changed", entry.isChanged())
                    .put("still", entry.still());
            row.set("problem_kinds", json.valueToTree(fields.problemKinds()));
            row.set("permits", json.valueToTree(fields.permits()));
            row.set("justifications", json.valueToTree(fields.justifications()));
            rows.add(row);
        }
        @SuppressWarnings("unchecked")
        List<Tuple> stored = database.createNativeQuery("""
                        insert into monthly_entries as e (id, version, month, unit_code, signed_project_id, stage, stage_on,
                            start_kind, completed_investment_yuan, progress, problem_kinds, problems, coordination, next_plan,
                            permits, justifications, changed, still_months, updated_at, updated_by)
                        select uuidv7(), 1, :month, :unit, g.project, g.stage, g.stage_on, g.start_kind, g.invested, g.progress,
                            g.problem_kinds, g.problems, g.coordination, g.next_plan, g.permits, g.justifications, g.changed,
                            g.still, :at, :by
                        from jsonb_to_recordset(cast(:rows as jsonb)) as g(project uuid, stage text, stage_on date,
                            start_kind text, invested numeric, progress text, problem_kinds jsonb, problems text,
                            coordination text, next_plan text, permits jsonb, justifications jsonb, changed boolean, still integer)
                        order by g.project
                        on conflict (signed_project_id, month) do update set (version, stage, stage_on, start_kind,
                            completed_investment_yuan, progress, problem_kinds, problems, coordination, next_plan, permits,
                            justifications, changed, still_months, updated_at, updated_by) = (e.version + 1, excluded.stage,
                            excluded.stage_on, excluded.start_kind, excluded.completed_investment_yuan, excluded.progress,
                            excluded.problem_kinds, excluded.problems, excluded.coordination, excluded.next_plan,
                            excluded.permits, excluded.justifications, excluded.changed, excluded.still_months,
                            excluded.updated_at, excluded.updated_by)
                        returning signed_project_id, version""", Tuple.class)
                .setParameter("month", report.month())
                .setParameter("unit", report.unitCode())
                .setParameter("at", at)
                .setParameter("by", by.displayName())
                .setParameter("rows", rows.toString())
                .getResultList();
        Map<UUID, Long> versions = new HashMap<>();
        stored.forEach(row -> versions.put(row.get(0, UUID.class), row.get(1, Long.class)));
        return versions;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** The codes of the projects that the report spoke of, for those who point at its rows. */
    List<String> codes(MonthlyReport report) {
        List<String> codes = new ArrayList<>();
        of(report).forEach(entry -> codes.add(entry.code()));
        return codes;
    }
}
