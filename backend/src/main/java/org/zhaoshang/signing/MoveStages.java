package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** What a monthly report brings to many signed projects at once: stages, permits, and that a report rests on them. */
@ApplicationScoped
public class MoveStages {
    private final SignedProjects projects;
    private final Agreements agreements;
    private final SignedProjectFindings findings;
    private final SignedProjectJournal journal;
    private final CityClock clock;

    MoveStages(
            SignedProjects projects,
            Agreements agreements,
            SignedProjectFindings findings,
            SignedProjectJournal journal,
            CityClock clock) {
        this.projects = projects;
        this.agreements = agreements;
        this.findings = findings;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What is reported of one project.
     *
     * @param reason where the stage goes back or ends; the report's own rules have asked for it
     */
    public record Reported(
            Stage stage,
            @Nullable LocalDate on,
            StageEvidence evidence,
            Map<Permit, PermitStatus> permits,
            @Nullable String reason) {}

    /**
     * Carries the report of one unit into its projects with a fixed number of statements; those that are as reported already
     * are only bound to it.
     *
     * @throws org.zhaoshang.shared.http.Problem 404 when one of them is not the caller's
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void carry(Caller who, String unitCode, Map<UUID, Reported> reported, String reason) {
        if (reported.isEmpty()) {
            return;
        }
        Instant now = clock.now();
        List<SignedProject> held =
                projects.held(reported.keySet(), new RowScope(RowScope.Breadth.OWN_UNIT, unitCode, null));
        held.forEach(projects.getEntityManager()::detach); // many are written apart from the entity manager
        Map<UUID, List<Agreement>> further =
                agreements.ofAll(held.stream().map(SignedProject::id).toList());
        List<SignedProject> changed = new ArrayList<>();
        List<SignedProjectJournal.Before> before = new ArrayList<>();
        for (SignedProject project : held) {
            Reported said = java.util.Objects.requireNonNull(reported.get(project.id()));
            SignedProjectFields to = project.fields().at(said.stage(), said.on());
            boolean moved = !to.equals(project.fields());
            boolean permitted = !said.permits().isEmpty() && !said.permits().equals(project.permits());
            if (!moved && !permitted && project.isBound()) {
                continue;
            }
            before.add(journal.before(project, said.evidence()));
            if (moved) {
                project.revise(to, further.getOrDefault(project.id(), List.of()), said.reason(), who, now);
            }
            if (permitted) {
                project.permit(said.permits(), who, now);
            }
            project.bind();
            changed.add(project);
        }
        List<List<Finding>> found = findings.of(
                unitCode,
                changed.stream()
                        .map(project -> new SignedProjectFindings.Judged(
                                project.fields(),
                                project.id(),
                                java.util.Objects.requireNonNull(reported.get(project.id()))
                                        .evidence()))
                        .toList());
        for (int at = 0; at < changed.size(); at++) {
            changed.get(at).judged(found.get(at));
        }
        if (!changed.isEmpty()) {
            journal.revisedAll(who, changed, before, further, "report", reason);
        }
    }
}
