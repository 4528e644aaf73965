package org.zhaoshang.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.copy.CopyIn;
import org.zhaoshang.shared.time.CityClock;

/** The stages that projects reached, each with date and evidence; what was taken back stays, with the moment when. */
@ApplicationScoped
class StageLog {
    private static final String[] STAGES =
            Arrays.stream(Stage.values()).map(Enum::name).toArray(String[]::new);

    private final EntityManager database;
    private final ObjectMapper json;

    StageLog(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param reason why it went back or ended; null where none was owed */
    record Step(
            UUID project,
            Stage stage,
            @Nullable LocalDate on,
            StageEvidence evidence,
            @Nullable String reason) {}

    @Schema(name = "StageReached")
    record Reached(
            @Schema(required = true) UUID id,
            @Schema(required = true) Stage stage,
            @Schema(required = true) String stageName,
            @Nullable LocalDate on,
            @Schema(required = true) StageEvidence evidence,
            @Nullable String reason,
            @Schema(required = true) OffsetDateTime recordedAt,
            @Schema(required = true) String recordedBy,

            @Nullable @Schema(description = "Set where a later step went back behind it or corrected it")
            OffsetDateTime takenBackAt) {}

    /** Two statements for any number: what stands at or beyond the new stage is taken back, then the new one is kept. */
    void keep(Caller who, List<Step> steps, Instant at) {
        if (steps.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                update signing_stages kept set taken_back_at = :at
                from unnest(cast(:projects as uuid[]), cast(:stages as text[])) as lot (project, stage)
                where kept.signed_project_id = lot.project and kept.taken_back_at is null
                    and array_position(cast(:order as text[]), kept.stage)
                        >= array_position(cast(:order as text[]), lot.stage)
                """)
                .setParameter("at", at)
                .setParameter("projects", steps.stream().map(Step::project).toArray(UUID[]::new))
                .setParameter(
                        "stages",
                        steps.stream().map(step -> step.stage().name()).toArray(String[]::new))
                .setParameter("order", STAGES)
                .executeUpdate();
        CopyIn.copy(
                database,
                "signing_stages (id, signed_project_id, stage, reached_on, evidence, reason, recorded_at, recorded_by)",
                target -> {
                    for (Step step : steps) {
                        target.cell(UUID.randomUUID())
                                .cell(step.project())
                                .cell(step.stage())
                                .cell(step.on())
                                .cell(json.writeValueAsString(step.evidence()))
                                .cell(step.reason())
                                .cell(at)
                                .cell(who.displayName())
                                .endRow();
                    }
                });
    }

    /**
     * What shows that a project was started (V25).
     *
     * @param kind whether it is told in which way
     */
    record Start(boolean kind, boolean photographed) {
        static final Start UNSHOWN = new Start(false, false);
    }

    Map<UUID, Start> starts(Collection<UUID> projects) {
        if (projects.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                select project, exists (select 1 from signing_stages s
                        where s.signed_project_id = project and s.stage = 'STARTED' and s.taken_back_at is null
                            and s.evidence ->> 'startKind' is not null) kind,
                    exists (select 1 from signing_files f
                        where f.signed_project_id = project and f.purpose = 'PHOTO') photographed
                from unnest(cast(:projects as uuid[])) project
                """, Tuple.class)
                .setParameter("projects", projects.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("project", UUID.class),
                        row -> new Start(row.get("kind", Boolean.class), row.get("photographed", Boolean.class))));
    }

    /** The stages of one project, for what hangs on them. */
    List<UUID> ids(UUID project) {
        return database.createNativeQuery(
                        "select id from signing_stages where signed_project_id = :project", UUID.class)
                .setParameter("project", project)
                .getResultList();
    }

    /** In the order of time. */
    List<Reached> of(UUID project, org.zhaoshang.shared.language.Language language) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                select id, stage, reached_on, cast(evidence as text) evidence, reason, recorded_at, recorded_by,
                    taken_back_at
                from signing_stages where signed_project_id = :project order by recorded_at, id
                """, Tuple.class)
                .setParameter("project", project)
                .getResultList();
        return rows.stream()
                .map(row -> {
                    Stage stage = Stage.valueOf(row.get("stage", String.class));
                    return new Reached(
                            row.get("id", UUID.class),
                            stage,
                            stage.label().in(language),
                            row.get("reached_on", LocalDate.class),
                            evidence(row.get("evidence", String.class)),
                            row.get("reason", String.class),
                            CityClock.local(row.get("recorded_at", Instant.class)),
                            row.get("recorded_by", String.class),
                            CityClock.localOrNull(row.get("taken_back_at", Instant.class)));
                })
                .toList();
    }

    private StageEvidence evidence(String text) {
        try {
            return json.readValue(text, StageEvidence.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("unreadable evidence", broken);
        }
    }
}
