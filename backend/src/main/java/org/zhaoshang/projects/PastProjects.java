package org.zhaoshang.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.zhaoshang.audit.History;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Units;

/**
 * A project as it stood at the end of a day: the version kept of it, its fields from the trail. Findings are what the rules say
 * today and actions what can be done today, so the past has neither.
 */
@ApplicationScoped
class PastProjects {
    private final ProjectVersions versions;
    private final ProjectForm form;
    private final Appraisals appraisals;
    private final History history;
    private final Units units;
    private final Industries industries;
    private final CityClock clock;

    PastProjects(
            ProjectVersions versions,
            ProjectForm form,
            Appraisals appraisals,
            History history,
            Units units,
            Industries industries,
            CityClock clock) {
        this.versions = versions;
        this.form = form;
        this.appraisals = appraisals;
        this.history = history;
        this.units = units;
        this.industries = industries;
        this.clock = clock;
    }

    /**
     * @param day {@code 2021-03-28}
     * @throws Problem 400 for what is no day or still to come, 404 for what did not exist then or the scope does not see
     */
    ProjectView view(UUID id, String day, RowScope scope) {
        Conditions asOf = new Conditions().asOf("asOf", "p", day, clock.today());
        Tuple version = versions.find(id, asOf, scope).orElseThrow(Problem::notFound);
        Subject subject = new Subject("project", id.toString(), version.get("unit_code", String.class));
        ProjectFields fields = history.version(subject, version.get("version", Long.class))
                .map(form::kept)
                .orElseThrow(Problem::notFound);
        return view(version, fields, subject, CityClock.endOf(java.time.LocalDate.parse(day)));
    }

    private ProjectView view(Tuple version, ProjectFields fields, Subject subject, Instant moment) {
        UUID id = version.get("id", UUID.class);
        Instant reviewStarted = version.get("review_started_at", Instant.class);
        return new ProjectView(
                id,
                version.get("code", String.class),
                version.get("version", Long.class),
                ProjectState.valueOf(version.get("state", String.class)),
                fields,
                units.nameOf(fields.unitCode()),
                fields.industryCode() == null ? null : industries.nameOf(fields.industryCode()),
                fields.locationCode() == null ? null : units.nameOf(fields.locationCode()),
                fields.investmentIntensityWanPerMu(),
                version.get("publicly_listed", Boolean.class),
                version.get("late", Boolean.class),
                version.get("example", Boolean.class),
                List.of(),
                versions.notice(version),
                null,
                reviewStarted == null
                        ? null
                        : new ProjectView.Review(
                                CityClock.local(reviewStarted),
                                Objects.requireNonNullElse(version.get("review_started_by", String.class), "")),
                appraisals
                        .before(id, moment)
                        .map(ProjectView.AppraisalSummary::of)
                        .orElse(null),
                version.get("submissions", Integer.class),
                history.count(subject, "attach", moment) - history.count(subject, "detach", moment),
                CityClock.localOrNull(version.get("submitted_at", Instant.class)),
                CityClock.localOrNull(version.get("accepted_at", Instant.class)),
                CityClock.localOrNull(version.get("published_at", Instant.class)),
                version.get("exit_reason", String.class),
                version.get("signed_project", String.class),
                CityClock.local(version.get("created_at", Instant.class)),
                version.get("created_by", String.class),
                CityClock.local(version.get("updated_at", Instant.class)),
                version.get("updated_by", String.class),
                List.of(),
                List.of());
    }
}
