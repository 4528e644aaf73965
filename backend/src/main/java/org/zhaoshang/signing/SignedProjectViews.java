package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.History;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Units;

/** Shows a signed project to the present caller in the present language, as it is or as it stood at the end of a day. */
@ApplicationScoped
class SignedProjectViews {
    private final SignedProjects projects;
    private final SignedProjectFindings findings;
    private final SignedProjectVersions versions;
    private final SignedProjectPast past;
    private final SigningDuplicates duplicates;
    private final SigningEvents events;
    private final Units units;
    private final Industries industries;
    private final History history;
    private final CurrentCaller caller;
    private final CurrentLanguage language;
    private final CityClock clock;

    SignedProjectViews(
            SignedProjects projects,
            SignedProjectFindings findings,
            SignedProjectVersions versions,
            SignedProjectPast past,
            SigningDuplicates duplicates,
            SigningEvents events,
            Units units,
            Industries industries,
            History history,
            CurrentCaller caller,
            CurrentLanguage language,
            CityClock clock) {
        this.projects = projects;
        this.findings = findings;
        this.versions = versions;
        this.past = past;
        this.duplicates = duplicates;
        this.events = events;
        this.units = units;
        this.industries = industries;
        this.history = history;
        this.caller = caller;
        this.language = language;
        this.clock = clock;
    }

    /** The project with its version as ETag. */
    RestResponse<SignedProjectView> answer(SignedProject project) {
        return RestResponse.ResponseBuilder.ok(of(project))
                .tag(Revision.tag(project.version()))
                .build();
    }

    SignedProjectView of(SignedProject project) {
        Language spoken = language.get();
        List<Finding> found = new ArrayList<>(findings.of(project));
        duplicates.of(project, caller.scope()).stream()
                .filter(SigningDuplicate::isOpen)
                .forEach(duplicate -> found.add(suspected(duplicate)));
        SigningPermits.Permitted permitted = SigningPermits.of(project, caller.get(), spoken);
        return view(
                project.id(),
                project.code(),
                project.version(),
                project.fields(),
                new SignedProjectPast.Beside(
                        new SignedProjectView.Agreed(
                                project.currentKind().orElse(null),
                                project.currentAmountYuan().map(PlainNumber::of).orElse(null),
                                project.currentOutsideYuan()
                                        .map(PlainNumber::of)
                                        .orElse(null),
                                project.currentInvestor().orElse(null)),
                        project.permits(),
                        project.exitReason().orElse(null),
                        project.exclusion().orElse(null),
                        project.exclusionNote().orElse(null),
                        project.isCounted(),
                        project.isExample(),
                        CityClock.local(project.createdAt()),
                        project.createdBy(),
                        CityClock.local(project.updatedAt()),
                        project.updatedBy()),
                projects.files(project.id()),
                found.stream().map(finding -> finding.in(spoken)).toList(),
                permitted);
    }

    /** V19, as far as the caller sees the other one; it counts until there is a verdict. */
    private static Finding suspected(SigningDuplicate duplicate) {
        return Finding.of(
                "SIGNED_DUPLICATE",
                "/name",
                Map.of(
                        "name", duplicate.name(),
                        "code", duplicate.code(),
                        "level", duplicate.match().level(),
                        "because", duplicate.match().because()));
    }

    /**
     * As it stood at the end of a day: findings are what the rules say today and actions what can be done today, so the past
     * has neither.
     *
     * @throws Problem 400 for what is no day or still to come, 404 for what did not exist then or the scope does not see
     */
    SignedProjectView past(UUID id, String day, RowScope scope) {
        Conditions asOf = new Conditions().asOf("asOf", "p", day, clock.today());
        var version = versions.find(id, asOf, scope).orElseThrow(Problem::notFound);
        Subject subject = new Subject("signed-project", id.toString(), version.get("unit_code", String.class));
        SignedProjectPast.Kept kept = history.version(subject, version.get("version", Long.class))
                .map(document -> past.read(document, version))
                .orElseThrow(Problem::notFound);
        var moment = CityClock.endOf(LocalDate.parse(day));
        return view(
                id,
                version.get("code", String.class),
                version.get("version", Long.class),
                kept.fields(),
                kept.beside(),
                history.count(subject, "attach", moment) - history.count(subject, "detach", moment),
                List.of(),
                new SigningPermits.Permitted(List.of(), List.of()));
    }

    private SignedProjectView view(
            UUID id,
            String code,
            long version,
            SignedProjectFields fields,
            SignedProjectPast.Beside beside,
            long files,
            List<Finding.View> found,
            SigningPermits.Permitted permitted) {
        return new SignedProjectView(
                id,
                code,
                version,
                fields,
                units.nameOf(fields.unitCode()),
                fields.locationCode() == null ? null : units.nameOf(fields.locationCode()),
                fields.industryCode() == null ? null : industries.nameOf(fields.industryCode()),
                eventName(fields.eventCode()),
                fields.stage().label().in(language.get()),
                beside.agreed(),
                beside.permits(),
                beside.exitReason(),
                beside.exclusion(),
                beside.exclusionNote(),
                beside.counted(),
                beside.example(),
                files,
                found,
                beside.createdAt(),
                beside.createdBy(),
                beside.updatedAt(),
                beside.updatedBy(),
                permitted.allowed(),
                permitted.whyNot());
    }

    private @Nullable String eventName(@Nullable String code) {
        return code == null ? null : events.namesOf(Set.of(code)).get(code);
    }
}
