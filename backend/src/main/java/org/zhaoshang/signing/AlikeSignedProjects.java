package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhaoshang.shared.duplicates.DuplicateRules.Compared;
import org.zhaoshang.shared.duplicates.Phases;

/** Signed projects that share a key with others, as far as the rules compare them. What has ended is left out. */
@ApplicationScoped
class AlikeSignedProjects {
    /** The columns of {@code signed_projects p} that are compared. */
    static final String COMPARED = """
            p.id, p.unit_code, p.name_key, p.investor_key, p.project_code, p.industry_code, p.current_amount_yuan""";

    /** So many under one key are compared: an investor or a name that more have says little. */
    private static final int MOST_OF_A_KEY = 100;

    private final EntityManager database;

    AlikeSignedProjects(EntityManager database) {
        this.database = database;
    }

    /** Those that share a key with each; an index look-up for each key, whatever the planner believes of a growing table. */
    Map<UUID, List<Tuple>> of(List<SignedProject> written) {
        if (written.isEmpty()) {
            return Map.of();
        }
        List<UUID> named = new ArrayList<>();
        List<String> names = new ArrayList<>();
        written.forEach(project -> Phases.spellings(project.keys().nameKey()).forEach(name -> {
            named.add(project.id());
            names.add(name);
        }));
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                with lot as (select * from unnest(cast(:ids as uuid[]), cast(:investors as text[]), cast(:codes as text[]))
                        as lot (one, investor, code)),
                names as (select * from unnest(cast(:named as uuid[]), cast(:names as text[])) as names (one, name)),
                found as (
                    select one, p.id from names cross join lateral (select id from signed_projects
                        where name_key = name and stage not in ('TERMINATED', 'MERGED') limit :most) p
                    union select one, p.id from lot cross join lateral (select id from signed_projects
                        where investor_key = investor and stage not in ('TERMINATED', 'MERGED') limit :most) p
                    union select one, p.id from lot cross join lateral (select id from signed_projects
                        where project_code = code and stage not in ('TERMINATED', 'MERGED') limit :most) p)
                select found.one, %s from found
                    cross join lateral (select * from signed_projects where id = found.id offset 0) p
                where found.one <> found.id
                """.formatted(COMPARED), Tuple.class)
                .setParameter("ids", all(written, SignedProject::id).toArray(UUID[]::new))
                .setParameter(
                        "investors",
                        all(written, project -> project.keys().investorKey()).toArray(String[]::new))
                .setParameter(
                        "codes",
                        all(written, project -> project.fields().projectCode()).toArray(String[]::new))
                .setParameter("named", named.toArray(UUID[]::new))
                .setParameter("names", names.toArray(String[]::new))
                .setParameter("most", MOST_OF_A_KEY)
                .getResultList();
        return rows.stream().collect(Collectors.groupingBy(row -> row.get("one", UUID.class)));
    }

    private static <T> List<T> all(List<SignedProject> projects, Function<SignedProject, T> what) {
        List<T> all = new ArrayList<>();
        projects.forEach(project -> all.add(what.apply(project)));
        return all;
    }

    static Compared compared(SignedProject project) {
        return new Compared(
                project.unitCode(),
                project.keys().nameKey(),
                project.keys().investorKey(),
                null,
                null,
                project.fields().projectCode(),
                project.fields().industryCode(),
                project.currentAmountYuan().orElse(null));
    }

    static Compared compared(Tuple row) {
        return new Compared(
                row.get("unit_code", String.class),
                row.get("name_key", String.class),
                row.get("investor_key", String.class),
                null,
                null,
                row.get("project_code", String.class),
                row.get("industry_code", String.class),
                row.get("current_amount_yuan", BigDecimal.class));
    }
}
