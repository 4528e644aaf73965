package org.zhaoshang.projects.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.projects.Project;
import org.zhaoshang.projects.ProjectState;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.duplicates.DuplicateRules;
import org.zhaoshang.shared.duplicates.DuplicateRules.Compared;
import org.zhaoshang.shared.duplicates.DuplicateRules.Offices;
import org.zhaoshang.shared.duplicates.Judgement;
import org.zhaoshang.shared.duplicates.Phases;
import org.zhaoshang.shared.search.Keys;
import org.zhaoshang.units.Rosters;

/** Finds the projects that look like one, at the moment they are asked for, and keeps the verdicts on pairs. */
@ApplicationScoped
class Duplicates {
    private final EntityManager database;
    private final Rosters rosters;

    Duplicates(EntityManager database, Rosters rosters) {
        this.database = database;
        this.rosters = rosters;
    }

    /** The surest first. Projects that left the library are nobody's duplicates. */
    List<Duplicate> of(Project project, RowScope scope) {
        if (project.state() == ProjectState.WITHDRAWN || project.state() == ProjectState.ARCHIVED) {
            return List.of();
        }
        Compared one = compared(project);
        Offices offices = offices();
        return candidates(project.id(), one, scope)
                .flatMap(other ->
                        DuplicateRules.compare(one, other.compared(), offices)
                                .map(match -> new Duplicate(other, match))
                                .stream())
                .sorted(Duplicate.SUREST_FIRST)
                .toList();
    }

    Optional<Duplicate> between(Project project, UUID other, RowScope scope) {
        return of(project, scope).stream()
                .filter(found -> found.other().id().equals(other))
                .findFirst();
    }

    /** One statement, an index for each key; the rules then decide. */
    private Stream<Candidate> candidates(UUID id, Compared one, RowScope scope) {
        Query query = database.createNativeQuery("""
                select p.id, p.code, p.name, p.unit_code, p.state, p.investor, p.total_investment_yuan, p.industry_code,
                    p.project_code, p.name_key, p.investor_key, p.phone_key, p.address_key, p.publicly_listed,
                    v.verdict, v.reason, v.decided_by, v.decided_at, v.judged_id, v.level
                from projects p
                left join duplicate_verdicts v on v.project_id = least(p.id, cast(:id as uuid))
                    and v.other_id = greatest(p.id, cast(:id as uuid))
                where (p.name_key in (:names)
                        or p.project_code = cast(:projectCode as text)
                        or p.investor_key = cast(:investor as text)
                        or p.phone_key = cast(:phone as text) and p.unit_code <> :unit
                        or p.address_key = cast(:address as text) and p.unit_code <> :unit)
                    and p.id <> :id and p.state not in ('WITHDRAWN', 'ARCHIVED') and (%s)
                """.formatted(scope.where(Projects.COLUMNS)), Tuple.class)
                .setParameter("id", id)
                .setParameter("unit", one.unitCode())
                .setParameter("names", Phases.spellings(one.nameKey()))
                .setParameter("projectCode", one.projectCode())
                .setParameter("investor", one.investorKey())
                .setParameter("phone", one.phoneKey())
                .setParameter("address", one.addressKey());
        Projects.bind(query, scope);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream().map(Duplicates::candidate);
    }

    /** The pair's one verdict; a later one takes its place. */
    void judge(UUID other, Judgement judgement) {
        database.createNativeQuery("""
                insert into duplicate_verdicts (project_id, other_id, verdict, reason, decided_by, decided_at, judged_id, level)
                values (least(cast(:judged as uuid), cast(:other as uuid)), greatest(cast(:judged as uuid), cast(:other as uuid)),
                    :verdict, :reason, :by, :at, :judged, :level)
                on conflict (project_id, other_id) do update set verdict = excluded.verdict, reason = excluded.reason,
                    decided_by = excluded.decided_by, decided_at = excluded.decided_at, judged_id = excluded.judged_id,
                    level = excluded.level
                """)
                .setParameter("judged", judgement.judged())
                .setParameter("other", other)
                .setParameter("verdict", judgement.verdict().name())
                .setParameter("reason", judgement.reason())
                .setParameter("by", judgement.by())
                .setParameter("at", judgement.at())
                .setParameter("level", judgement.level())
                .executeUpdate();
    }

    private Offices offices() {
        return new Offices(
                keys(rosters.telephones().stream().map(Keys::phoneKey)),
                keys(rosters.addresses().stream().map(Keys::textKey)));
    }

    private static Set<String> keys(Stream<@Nullable String> keys) {
        return keys.filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static Compared compared(Project project) {
        var keys = project.keys();
        var fields = project.fields();
        return new Compared(
                fields.unitCode(),
                keys.nameKey(),
                keys.investorKey(),
                keys.phoneKey(),
                keys.addressKey(),
                fields.projectCode(),
                fields.industryCode(),
                fields.totalInvestmentYuan());
    }

    private static Candidate candidate(Tuple row) {
        BigDecimal total = row.get("total_investment_yuan", BigDecimal.class);
        return new Candidate(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("name", String.class),
                ProjectState.valueOf(row.get("state", String.class)),
                row.get("investor", String.class),
                total,
                row.get("publicly_listed", Boolean.class),
                new Compared(
                        row.get("unit_code", String.class),
                        row.get("name_key", String.class),
                        row.get("investor_key", String.class),
                        row.get("phone_key", String.class),
                        row.get("address_key", String.class),
                        row.get("project_code", String.class),
                        row.get("industry_code", String.class),
                        total),
                Judgement.of(row));
    }
}
