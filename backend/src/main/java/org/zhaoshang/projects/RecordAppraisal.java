package org.zhaoshang.projects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Records an appraisal and judges the projects it covers anew: all of them or none. */
@ApplicationScoped
class RecordAppraisal {
    private static final Text ONE_UNIT =
            new Text("一次登记只能包含同一单位的项目，请分开登记", "One record covers projects of one unit: record them apart");

    private final Appraisals appraisals;
    private final Projects projects;
    private final Permits permits;
    private final ProjectJournal journal;
    private final Trail trail;
    private final ObjectMapper json;

    RecordAppraisal(
            Appraisals appraisals,
            Projects projects,
            Permits permits,
            ProjectJournal journal,
            Trail trail,
            ObjectMapper json) {
        this.appraisals = appraisals;
        this.projects = projects;
        this.permits = permits;
        this.journal = journal;
        this.trail = trail;
        this.json = json;
    }

    /** @throws Problem 404 when one of the projects is not the caller's to see, 409 when one is not open to it */
    @Transactional(Transactional.TxType.MANDATORY)
    Appraisal record(Caller who, Set<UUID> ids, AppraisalFields fields, Instant at) {
        List<Project> covered = projects.held(ids, RowScope.of(who));
        covered.forEach(project -> permits.require(Action.APPRAISE, project, who));
        if (covered.stream().map(Project::unitCode).collect(Collectors.toSet()).size() > 1) {
            throw Problem.badRequest(Finding.of("STATE", "/projectIds", Map.of("problem", ONE_UNIT)));
        }
        String unit = covered.getFirst().unitCode();
        Appraisal appraisal = new Appraisal(unit, fields, ids, who, at);
        appraisals.persistAndFlush(appraisal);
        trail.change(
                who,
                new Subject("appraisal", appraisal.id().toString(), unit),
                "create",
                null,
                0,
                NullNode.getInstance(),
                json.valueToTree(AppraisalView.of(appraisal, ids)));
        JsonNode summary = json.valueToTree(ProjectView.AppraisalSummary.of(appraisal));
        covered.forEach(project -> {
            journal.judge(project);
            journal.beside(who, project, "appraise", "appraisals", NullNode.getInstance(), summary);
        });
        return appraisal;
    }
}
