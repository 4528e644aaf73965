package org.zhaoshang.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Call;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.calls.Principle;
import org.zhaoshang.calls.Principles;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** Gathers what the rules must know and asks them: the one way to a project's findings. */
@ApplicationScoped
public class ProjectFindings {
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

    public List<Finding> of(Project project) {
        return of(project.fields(), project.id());
    }

    /** @param id of the stored project that the fields belong to; null for one that does not exist yet */
    public List<Finding> of(ProjectFields fields, @Nullable UUID id) {
        return ProjectRules.check(fields, context(fields, id));
    }

    /** What bars acceptance beyond the open findings. */
    List<Finding> barringAcceptance(Project project) {
        return ProjectRules.barringAcceptance(project.fields(), context(project.fields(), project.id()));
    }

    private ProjectRules.Context context(ProjectFields fields, @Nullable UUID id) {
        Optional<Call> call = calls.byYear(fields.callYear());
        List<ProjectRules.HeldAppraisal> held = id == null
                ? List.of()
                : appraisals.of(id).stream()
                        .map(appraisal -> new ProjectRules.HeldAppraisal(appraisal.heldOn(), appraisal.conclusion()))
                        .toList();
        return new ProjectRules.Context(
                call.map(Call::minimumInvestmentYuan).orElse(java.math.BigDecimal.ZERO),
                new HashSet<>(call.map(Call::principleCodes).orElse(List.of())),
                Principles.all().stream()
                        .filter(Principle::barring)
                        .map(Principle::code)
                        .collect(Collectors.toSet()),
                projects.codeOfSameName(fields, id).orElse(null),
                held,
                projects.medianInvestment(fields.industryCode()),
                clock.today());
    }
}
