package org.zhaoshang.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.WhyNot;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Units;

/** Shows a project to the present caller in the present language. */
@ApplicationScoped
public class ProjectViews {
    private final Projects projects;
    private final Appraisals appraisals;
    private final ProjectFindings findings;
    private final Permits permits;
    private final Units units;
    private final Industries industries;
    private final CurrentCaller caller;
    private final CurrentLanguage language;

    ProjectViews(
            Projects projects,
            Appraisals appraisals,
            ProjectFindings findings,
            Permits permits,
            Units units,
            Industries industries,
            CurrentCaller caller,
            CurrentLanguage language) {
        this.projects = projects;
        this.appraisals = appraisals;
        this.findings = findings;
        this.permits = permits;
        this.units = units;
        this.industries = industries;
        this.caller = caller;
        this.language = language;
    }

    /** The project with its version as ETag. */
    public RestResponse<ProjectView> answer(Project project) {
        return RestResponse.ResponseBuilder.ok(of(project))
                .tag(Revision.tag(project.version()))
                .build();
    }

    public ProjectView of(Project project) {
        return of(project, findings.of(project));
    }

    /** @param found in the project as it is now */
    ProjectView of(Project project, List<Finding> found) {
        return of(project, found, appraisals.of(project.id()).stream().findFirst(), projects.attachments(project.id()));
    }

    /** A project that was made just now: nothing hangs on it yet. */
    ProjectView ofNew(Project project, List<Finding> found) {
        return of(project, found, Optional.empty(), 0);
    }

    private ProjectView of(Project project, List<Finding> found, Optional<Appraisal> appraisal, long attachments) {
        Caller viewer = caller.get();
        Language spoken = language.get();
        ProjectFields fields = project.fields();
        List<String> allowed = new ArrayList<>();
        List<WhyNot> whyNot = new ArrayList<>();
        for (Action action : Action.values()) {
            if (!action.isFor(viewer)) {
                continue;
            }
            Optional<Refusal> refusal = permits.refusal(action, project, viewer, () -> found);
            if (refusal.isEmpty()) {
                allowed.add(action.verb());
            } else {
                whyNot.add(new WhyNot(
                        action.verb(),
                        refusal.get().rule(),
                        refusal.get().remedy().in(spoken)));
            }
        }
        var editable = project.editablePointers();
        return new ProjectView(
                project.id(),
                project.code(),
                project.version(),
                project.state(),
                fields,
                units.nameOf(fields.unitCode()),
                fields.industryCode() == null ? null : industries.nameOf(fields.industryCode()),
                fields.locationCode() == null ? null : units.nameOf(fields.locationCode()),
                fields.investmentIntensityWanPerMu(),
                project.isPubliclyListed(),
                project.isLate(),
                project.isExample(),
                found.stream().map(finding -> finding.in(spoken)).toList(),
                project.returned().orElse(null),
                editable == null ? null : List.copyOf(new TreeSet<>(editable)),
                project.reviewStartedAt()
                        .map(at -> new ProjectView.Review(
                                CityClock.local(at), project.reviewStartedBy().orElse("")))
                        .orElse(null),
                appraisal.map(ProjectView.AppraisalSummary::of).orElse(null),
                project.submissions(),
                attachments,
                project.submittedAt().map(CityClock::local).orElse(null),
                project.acceptedAt().map(CityClock::local).orElse(null),
                project.publishedAt().map(CityClock::local).orElse(null),
                project.exitReason().orElse(null),
                project.signedProject().orElse(null),
                CityClock.local(project.createdAt()),
                project.createdBy(),
                CityClock.local(project.updatedAt()),
                project.updatedBy(),
                List.copyOf(allowed),
                List.copyOf(whyNot));
    }
}
