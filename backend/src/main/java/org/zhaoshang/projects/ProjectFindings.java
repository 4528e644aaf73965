package org.zhaoshang.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Call;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.calls.Principle;
import org.zhaoshang.calls.Principles;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** Gathers what the rules must know and asks them: the one way to a project's findings, for one project and for a thousand. */
@ApplicationScoped
public class ProjectFindings {
    private static final Set<String> BARRING = Principles.all().stream()
            .filter(Principle::barring)
            .map(Principle::code)
            .collect(Collectors.toUnmodifiableSet());

    private final Projects projects;
    private final Appraisals appraisals;
    private final Calls calls;
    private final CityClock clock;

    ProjectFindings(Projects projects, Appraisals appraisals, Calls calls, CityClock clock) {
        this.projects = projects;
        this.appraisals = appraisals;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * What is to be judged.
     *
     * @param id of the stored project that the fields belong to; null for one that does not exist yet
     * @param alsoHeld appraisals that are about to be recorded with it
     * @param alsoNamed the code of a project about to be stored under the same name; null for none
     */
    public record Judged(
            ProjectFields fields,
            @Nullable UUID id,
            List<HeldAppraisal> alsoHeld,
            @Nullable String alsoNamed) {}

    public List<Finding> of(Project project) {
        return of(project.fields(), project.id());
    }

    /** @param id of the stored project that the fields belong to; null for one that does not exist yet */
    public List<Finding> of(ProjectFields fields, @Nullable UUID id) {
        return of(List.of(new Judged(fields, id, List.of(), null)), new HashMap<>())
                .getFirst();
    }

    /**
     * Judges many with as many queries as one takes.
     *
     * @param medians kept by the caller from one lot to the next: each industry's is asked for once
     */
    public List<List<Finding>> of(List<Judged> lot, Map<String, Optional<BigDecimal>> medians) {
        List<ProjectRules.Context> contexts = contexts(lot, medians);
        List<List<Finding>> findings = new ArrayList<>(lot.size());
        for (int at = 0; at < lot.size(); at++) {
            findings.add(ProjectRules.check(lot.get(at).fields(), contexts.get(at)));
        }
        return findings;
    }

    /** What bars acceptance beyond the open findings. */
    List<Finding> barringAcceptance(Project project) {
        Judged judged = new Judged(project.fields(), project.id(), List.of(), null);
        return ProjectRules.barringAcceptance(
                project.fields(), contexts(List.of(judged), new HashMap<>()).getFirst());
    }

    private List<ProjectRules.Context> contexts(List<Judged> lot, Map<String, Optional<BigDecimal>> medians) {
        Map<Integer, Optional<Call>> callsByYear = new HashMap<>();
        Map<Projects.Named, List<Projects.Namesake>> namesakes = projects.namesakes(
                lot.stream().map(judged -> Projects.Named.of(judged.fields())).collect(Collectors.toSet()));
        Set<UUID> ids = lot.stream().map(Judged::id).flatMap(Stream::ofNullable).collect(Collectors.toSet());
        Map<UUID, List<HeldAppraisal>> held = appraisals.heldFor(ids);
        return lot.stream()
                .map(judged -> {
                    ProjectFields fields = judged.fields();
                    Optional<Call> call = callsByYear.computeIfAbsent(fields.callYear(), calls::byYear);
                    return new ProjectRules.Context(
                            call.map(Call::minimumInvestmentYuan).orElse(BigDecimal.ZERO),
                            new HashSet<>(call.map(Call::principleCodes).orElse(List.of())),
                            BARRING,
                            sameName(judged, namesakes.getOrDefault(Projects.Named.of(fields), List.of())),
                            Stream.concat(
                                            Stream.ofNullable(judged.id())
                                                    .flatMap(id -> held.getOrDefault(id, List.of()).stream()),
                                            judged.alsoHeld().stream())
                                    .toList(),
                            median(fields.industryCode(), medians),
                            clock.today());
                })
                .toList();
    }

    private static @Nullable String sameName(Judged judged, List<Projects.Namesake> namesakes) {
        return namesakes.stream()
                .filter(other -> !other.id().equals(judged.id()))
                .map(Projects.Namesake::code)
                .findFirst()
                .orElse(judged.alsoNamed());
    }

    private @Nullable BigDecimal median(@Nullable String industry, Map<String, Optional<BigDecimal>> medians) {
        return industry == null
                ? null
                : medians.computeIfAbsent(industry, code -> Optional.ofNullable(projects.medianInvestment(code)))
                        .orElse(null);
    }
}
