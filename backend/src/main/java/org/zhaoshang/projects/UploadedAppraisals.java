package org.zhaoshang.projects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
import org.zhaoshang.shared.copy.CopyIn;

/** Appraisals as an upload brings them: the same meeting in many rows is one record, and a known one comes only once. */
@ApplicationScoped
public class UploadedAppraisals {
    private final Appraisals appraisals;
    private final AppraisalForm form;
    private final Trail trail;
    private final ObjectMapper json;
    private final EntityManager database;

    UploadedAppraisals(
            Appraisals appraisals, AppraisalForm form, Trail trail, ObjectMapper json, EntityManager database) {
        this.appraisals = appraisals;
        this.form = form;
        this.trail = trail;
        this.json = json;
        this.database = database;
    }

    /** @throws org.zhaoshang.shared.http.Problem 400 with what is wrong with it */
    public HeldAppraisal read(ObjectNode said) {
        AppraisalFields fields = form.read(said);
        return new HeldAppraisal(fields.heldOn(), fields.body(), fields.conclusion());
    }

    public Map<UUID, List<HeldAppraisal>> heldFor(Set<UUID> projects) {
        return appraisals.heldFor(projects);
    }

    /** A new record that covers nothing yet, and its view for the histories of those it will cover. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Recorded record(Caller who, String unit, HeldAppraisal held, String reason, Instant at) {
        AppraisalFields fields = new AppraisalFields(
                List.of(), held.heldOn(), held.body(), List.of(), held.conclusion(), List.of(), null);
        Appraisal appraisal = new Appraisal(unit, fields, Set.of(), who, at);
        appraisals.persistAndFlush(appraisal);
        trail.change(
                who,
                new Subject("appraisal", appraisal.id().toString(), unit),
                "create",
                reason,
                0,
                NullNode.getInstance(),
                json.valueToTree(AppraisalView.of(appraisal, Set.of())));
        return new Recorded(appraisal.id(), json.valueToTree(ProjectView.AppraisalSummary.of(appraisal)));
    }

    public record Recorded(UUID id, JsonNode summary) {}

    /** @param covered project to appraisal */
    @Transactional(Transactional.TxType.MANDATORY)
    public void cover(Map<UUID, UUID> covered) {
        CopyIn.copy(database, "appraisal_projects (project_id, appraisal_id)", target -> {
            for (Map.Entry<UUID, UUID> pair : covered.entrySet()) {
                target.cell(pair.getKey()).cell(pair.getValue()).endRow();
            }
        });
    }

    /** Takes back what {@link #cover} did; a record that then covers nothing goes too. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void uncover(Map<UUID, UUID> covered) {
        if (covered.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                delete from appraisal_projects where (project_id, appraisal_id) in
                    (select * from unnest(cast(:projects as uuid[]), cast(:appraisals as uuid[])))
                """)
                .setParameter("projects", covered.keySet().toArray(UUID[]::new))
                .setParameter("appraisals", covered.values().toArray(UUID[]::new))
                .executeUpdate();
        database.createNativeQuery("""
                delete from appraisals a where a.id = any(cast(:ids as uuid[]))
                    and not exists (select 1 from appraisal_projects p where p.appraisal_id = a.id)
                """)
                .setParameter(
                        "ids",
                        covered.values().stream().collect(Collectors.toSet()).toArray(UUID[]::new))
                .executeUpdate();
    }
}
