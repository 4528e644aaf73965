package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.search.Keys;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/** Gathers what the rules must know and asks them: the one way to a signed project's findings, for one and for a thousand. */
@ApplicationScoped
class SignedProjectFindings {
    private final SignedProjects projects;
    private final SignedProjectForm form;
    private final SigningEvents events;
    private final StageLog stages;
    private final Units units;
    private final CityClock clock;

    SignedProjectFindings(
            SignedProjects projects,
            SignedProjectForm form,
            SigningEvents events,
            StageLog stages,
            Units units,
            CityClock clock) {
        this.projects = projects;
        this.form = form;
        this.events = events;
        this.stages = stages;
        this.units = units;
        this.clock = clock;
    }

    /**
     * @param id of the stored project that the fields belong to; null for one that does not exist yet
     * @param evidence that comes with the fields and is not stored yet
     */
    record Judged(SignedProjectFields fields, @Nullable UUID id, StageEvidence evidence) {}

    List<Finding> of(SignedProject project) {
        return of(project, StageEvidence.NONE);
    }

    List<Finding> of(SignedProject project, StageEvidence evidence) {
        return of(project.fields(), project.id(), evidence);
    }

    /** @param id of the stored project that the fields belong to; null for one that does not exist yet */
    List<Finding> of(SignedProjectFields fields, @Nullable UUID id) {
        return of(fields, id, StageEvidence.NONE);
    }

    private List<Finding> of(SignedProjectFields fields, @Nullable UUID id, StageEvidence evidence) {
        return of(fields.unitCode(), List.of(new Judged(fields, id, evidence))).getFirst();
    }

    /** Judges many of one unit with as many queries as one takes. */
    List<List<Finding>> of(String unitCode, List<Judged> lot) {
        Map<String, List<SignedProjects.Namesake>> namesakes = projects.namesakes(
                unitCode,
                lot.stream().map(judged -> Keys.key(judged.fields().name())).collect(Collectors.toSet()));
        Map<String, SignedProjectRules.Days> days = events.days(lot.stream()
                .map(judged -> judged.fields().eventCode())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, UUID> others = projects.byName(
                unitCode,
                lot.stream()
                        .map(judged -> judged.fields().mergedInto())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        Map<UUID, StageLog.Start> starts = stages.starts(lot.stream()
                .filter(judged -> judged.fields().stage().hasReached(Stage.STARTED))
                .map(Judged::id)
                .filter(Objects::nonNull)
                .toList());
        Set<String> reporting = units.reporting().stream().map(Unit::code).collect(Collectors.toSet());
        return lot.stream()
                .map(judged -> SignedProjectRules.check(
                        judged.fields(),
                        new SignedProjectRules.Context(
                                form.records().document(judged.fields()),
                                namesake(judged, namesakes),
                                judged.fields().eventCode() == null
                                        ? null
                                        : days.get(judged.fields().eventCode()),
                                start(judged, starts),
                                into(judged, others),
                                reporting,
                                clock.today())))
                .toList();
    }

    /** What stands in the way of merging, before the fields are stored. */
    List<Finding> merged(SignedProjectFields fields, UUID id) {
        Map<String, UUID> others = fields.mergedInto() == null
                ? Map.of()
                : projects.byName(fields.unitCode(), Set.of(fields.mergedInto()));
        return SignedProjectRules.merged(fields, into(new Judged(fields, id, StageEvidence.NONE), others));
    }

    /** Another project than this one. */
    private static @Nullable UUID into(Judged judged, Map<String, UUID> others) {
        UUID into = judged.fields().mergedInto() == null
                ? null
                : others.get(judged.fields().mergedInto());
        return into == null || into.equals(judged.id()) ? null : into;
    }

    private static StageLog.Start start(Judged judged, Map<UUID, StageLog.Start> starts) {
        StageLog.Start stored =
                judged.id() == null ? StageLog.Start.UNSHOWN : starts.getOrDefault(judged.id(), StageLog.Start.UNSHOWN);
        return judged.evidence().startKind() == null ? stored : new StageLog.Start(true, stored.photographed());
    }

    private static @Nullable String namesake(Judged judged, Map<String, List<SignedProjects.Namesake>> namesakes) {
        return judged.fields().stage().isExit()
                ? null
                : namesakes.getOrDefault(Keys.key(judged.fields().name()), List.of()).stream()
                        .filter(other -> !other.id().equals(judged.id()))
                        .map(SignedProjects.Namesake::code)
                        .findFirst()
                        .orElse(null);
    }
}
