package org.zhaoshang.projects.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.JustificationText;
import org.zhaoshang.calls.Call;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.calls.Principle;
import org.zhaoshang.calls.Principles;
import org.zhaoshang.projects.HeldAppraisal;
import org.zhaoshang.projects.PrincipleCheck;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.projects.ProjectForm;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.projects.UploadedAppraisals;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.rules.Justification;
import org.zhaoshang.units.Units;

/** Projects as rows of the sheet, as an upload reads them. */
@ApplicationScoped
public class ProjectRows {
    private static final String CHECKS = "principleChecks";
    private static final String WORDS = "justifications";

    private final ProjectForm form;
    private final Units units;
    private final Calls calls;
    private final Projects projects;
    private final UploadedAppraisals appraisals;
    private final EntityManager database;
    private final ObjectMapper json;

    ProjectRows(
            ProjectForm form,
            Units units,
            Calls calls,
            Projects projects,
            UploadedAppraisals appraisals,
            EntityManager database,
            ObjectMapper json) {
        this.form = form;
        this.units = units;
        this.calls = calls;
        this.projects = projects;
        this.appraisals = appraisals;
        this.database = database;
        this.json = json;
    }

    /** @param held the latest appraisal; null for none */
    public ObjectNode row(String code, ProjectFields fields, @Nullable HeldAppraisal held) {
        ObjectNode row = form.document(fields)
                .put(ProjectSheet.CODE, code)
                .put("unitCode", units.nameOf(fields.unitCode()))
                .put(
                        ProjectSheet.EXCEPTIONS,
                        PrincipleExceptions.write(fields.principleChecks(), () -> asked(fields.callYear())))
                .put(ProjectSheet.JUSTIFICATIONS, JustificationText.write(fields.justifications()));
        if (held != null) {
            row.put(ProjectSheet.HELD_ON, held.heldOn().toString())
                    .put(ProjectSheet.BODY, held.body())
                    .put(ProjectSheet.CONCLUSION, String.valueOf(held.conclusion()));
        }
        return row;
    }

    /** Those of the projects that the scope sees, as stored now. */
    Map<UUID, ObjectNode> rows(Collection<UUID> ids, RowScope scope) {
        Set<UUID> seen = ids.isEmpty() ? Set.of() : projects.idsSeen(new HashSet<>(ids), scope);
        if (seen.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<HeldAppraisal>> held = appraisals.heldFor(seen);
        return database.createQuery(
                        "select p.id as id, p.code as code, p.fields as fields from Project p where p.id in (:ids)",
                        Tuple.class)
                .setParameter("ids", seen)
                .getResultStream()
                .collect(Collectors.toMap(project -> project.get("id", UUID.class), project -> {
                    List<HeldAppraisal> of = held.getOrDefault(project.get("id", UUID.class), List.of());
                    return row(
                            project.get("code", String.class),
                            project.get("fields", ProjectFields.class),
                            of.isEmpty() ? null : of.getLast());
                }));
    }

    /**
     * A JSON row as a row of the sheet: its lists in one cell each, and what it leaves out as it is stored, or would be.
     *
     * @param stored the row of the record that it stands for; null for a new one
     */
    ObjectNode ofJson(ObjectNode said, @Nullable ObjectNode stored) {
        if (said.isEmpty() && stored == null) {
            return said; // nothing of it could be read
        }
        ObjectNode row = stored == null
                ? json.createObjectNode().put(ProjectSheet.EXCEPTIONS, PrincipleExceptions.write(List.of(), List::of))
                : stored.deepCopy();
        row.setAll(ProjectSheet.withAppraisal(said.deepCopy()));
        row.remove(List.of(CHECKS, WORDS));
        if (said.has(CHECKS)) {
            row.put(
                    ProjectSheet.EXCEPTIONS,
                    cell(
                            said.path(CHECKS),
                            PrincipleCheck.class,
                            List.of("check", "answer"),
                            checks -> PrincipleExceptions.write(
                                    checks, () -> asked(row.path("callYear").asInt()))));
        }
        if (said.has(WORDS)) {
            row.put(
                    ProjectSheet.JUSTIFICATIONS,
                    cell(said.path(WORDS), Justification.class, List.of("rule", "text"), JustificationText::write));
        }
        return row;
    }

    /** A list as its cell; one that the form refused stays as it was sent. */
    private <T> String cell(JsonNode list, Class<T> type, List<String> owed, Function<List<T>, String> write) {
        boolean whole = list.isArray()
                && list.valueStream()
                        .allMatch(entry ->
                                owed.stream().allMatch(name -> entry.path(name).isTextual()));
        try {
            return list.isNull() || whole
                    ? write.apply(list.valueStream()
                            .map(entry -> json.convertValue(entry, type))
                            .toList())
                    : list.toString();
        } catch (IllegalArgumentException refused) {
            return list.toString();
        }
    }

    private List<String> asked(int callYear) {
        return calls.byYear(callYear)
                .map(Call::principleCodes)
                .orElseGet(() -> Principles.all().stream().map(Principle::code).toList());
    }
}
