package org.zhaoshang.projects.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.JustificationText;
import org.zhaoshang.calls.Call;
import org.zhaoshang.projects.ProjectForm;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.FormReader;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Rule;
import org.zhaoshang.shared.rules.Rulebook;
import org.zhaoshang.shared.sheet.CodeChoices;
import org.zhaoshang.shared.sheet.Incoming;
import org.zhaoshang.shared.sheet.Template;

/**
 * Form A as a sheet: one cell a field, with the project's code in front and the lists (principles, appraisal, explanations) in
 * columns of their own.
 */
public final class ProjectSheet {
    static final Form COLUMNS = Form.load("project-upload");
    /** The columns, in order: the code, form A, and what its lists become in one cell each. */
    public static final Form FORM = ProjectForm.FORM.asSheet(COLUMNS);

    public static final Text NAME = new Text("招商引资项目储备库", "Reserve library");

    /** Areas of the rules that a project can break. */
    private static final Set<String> AREAS = Set.of("通用", "储备", "编码", "发布");

    private static final List<Rule> RULES =
            Rulebook.all().stream().filter(rule -> AREAS.contains(rule.area())).toList();

    static final String CODE = "code";
    static final String EXCEPTIONS = "principleExceptions";
    static final String JUSTIFICATIONS = "justificationText";
    static final String HELD_ON = "appraisalHeldOn";
    static final String BODY = "appraisalBody";
    static final String CONCLUSION = "appraisalConclusion";
    private static final List<String> OWN = List.of(CODE, EXCEPTIONS, JUSTIFICATIONS, HELD_ON, BODY, CONCLUSION);

    /** What a line of the export says beside the fields: it is no one's to write, and comes back with the line. */
    private static final List<String> READ_ONLY = List.of(
            "id",
            "version",
            "state",
            "late",
            "publiclyListed",
            "blocking",
            "explaining",
            "appraised",
            "submittedAt",
            "acceptedAt",
            "publishedAt",
            "updatedAt",
            "updatedBy",
            "example");

    private static final Text EXCEPTION_FORM = new Text(
            "请写成“原则=不符合：理由；原则=不适用：理由”，其余视为符合", "write CHECK=FAIL: note; CHECK=NOT_APPLICABLE: note; the rest passes");
    private static final Text TWICE =
            new Text("与“策划、筛选原则”列表重复，只填一处", "says the same as principleChecks: give one of them");

    private ProjectSheet() {}

    public static Template template(CodeChoices choices) {
        return new Template(NAME, FORM, choices, RULES);
    }

    /**
     * What a row says, before anything stored is looked at.
     *
     * @param code of the project it stands for, as typed; null for none
     * @param reading of form A; complete once {@link #withPrinciples} was asked
     * @param appraisal heldOn, body and conclusion; null where the row has none
     * @param words of explanation; null where the column is absent
     * @param exceptions the cell; null where the column is absent
     */
    record Said(
            int row,
            @Nullable String code,
            Reading reading,
            @Nullable ObjectNode appraisal,
            @Nullable JustificationText words,
            @Nullable String exceptions,
            List<Finding> refused) {

        ObjectNode values() {
            return reading.values();
        }

        @Nullable
        String externalId() {
            JsonNode key = values().path("externalId");
            return key.isTextual() ? key.textValue() : null;
        }

        @Nullable
        String name() {
            JsonNode name = values().path("name");
            return name.isTextual() ? name.textValue() : null;
        }
    }

    static Said read(Incoming.Row row, ProjectForm form) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        ObjectNode fields = row.values().deepCopy().remove(READ_ONLY);
        withAppraisal(fields);
        OWN.forEach(name -> {
            JsonNode value = fields.remove(name);
            if (value != null) {
                own.set(name, value);
            }
        });
        List<Finding> refused = new ArrayList<>(row.refused());
        Reading columns = new FormReader(COLUMNS, (list, code) -> false).read(own);
        refused.addAll(columns.refused());
        Reading reading = form.read(fields);
        refused.addAll(reading.refused());
        ObjectNode given = columns.values();
        if (given.has(EXCEPTIONS) && fields.has("principleChecks")) {
            refused.add(format(EXCEPTIONS, TWICE));
        }
        return new Said(
                row.number(),
                text(given, CODE),
                reading,
                appraisal(given, refused),
                given.has(JUSTIFICATIONS)
                        ? JustificationText.read(java.util.Objects.requireNonNullElse(text(given, JUSTIFICATIONS), ""))
                        : null,
                given.has(EXCEPTIONS) ? java.util.Objects.requireNonNullElse(text(given, EXCEPTIONS), "") : null,
                refused);
    }

    /** A line of the export has the appraisal in one member, a sheet in three columns. */
    static ObjectNode withAppraisal(ObjectNode fields) {
        JsonNode appraisal = fields.path("appraisal");
        if (appraisal.isNull()) {
            fields.remove("appraisal");
        } else if (appraisal instanceof ObjectNode held && held.size() == 3 && held.hasNonNull("heldOn")) {
            fields.remove("appraisal");
            fields.set(HELD_ON, held.path("heldOn"));
            fields.set(BODY, held.path("body"));
            fields.set(CONCLUSION, held.path("conclusion"));
        }
        return fields;
    }

    /** Puts the answers of one cell where form A has its list; only the call says which principles pass unnamed. */
    static Optional<Finding> withPrinciples(Said said, Call call) {
        if (said.exceptions() == null) {
            return Optional.empty();
        }
        var answers = PrincipleExceptions.read(said.exceptions(), call.principleCodes());
        answers.ifPresent(list -> said.values().set("principleChecks", list));
        return answers.isPresent() ? Optional.empty() : Optional.of(format(EXCEPTIONS, EXCEPTION_FORM));
    }

    /** All three cells or none: a half-filled appraisal is a slip. */
    private static @Nullable ObjectNode appraisal(ObjectNode given, List<Finding> refused) {
        List<String> filled = List.of(HELD_ON, BODY, CONCLUSION).stream()
                .filter(given::hasNonNull)
                .toList();
        if (filled.isEmpty()) {
            return null;
        }
        List<String> missing = List.of(HELD_ON, BODY, CONCLUSION).stream()
                .filter(name -> !given.hasNonNull(name))
                .filter(name ->
                        refused.stream().noneMatch(finding -> finding.pointer().equals("/" + name)))
                .toList();
        missing.forEach(name -> refused.add(Finding.of(
                "REQUIRED", "/" + name, Map.of("label", COLUMNS.field(name).label()))));
        return filled.size() < 3
                ? null
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("heldOn", text(given, HELD_ON))
                        .put("body", text(given, BODY))
                        .put("conclusion", text(given, CONCLUSION));
    }

    private static Finding format(String name, Text problem) {
        return Finding.of(
                "FORMAT", "/" + name, Map.of("label", COLUMNS.field(name).label(), "problem", problem));
    }

    /** A finding on a list at the column that the list is in. */
    static Finding atColumn(Finding finding) {
        String list =
                finding.pointer().split("/", 3).length > 1 ? finding.pointer().split("/", 3)[1] : "";
        return switch (list) {
            case "principleChecks" -> new Finding(finding.rule(), "/" + EXCEPTIONS, finding.params());
            case "justifications" -> new Finding(finding.rule(), "/" + JUSTIFICATIONS, finding.params());
            case "appraisals" -> new Finding(finding.rule(), "/" + HELD_ON, finding.params());
            default -> finding;
        };
    }

    private static @Nullable String text(ObjectNode values, String name) {
        JsonNode value = values.path(name);
        return value.isTextual() ? value.textValue() : null;
    }
}
