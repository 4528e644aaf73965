package org.zhaoshang.projects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Principles;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Reads what is said of an appraisal, and which projects it covers. */
@ApplicationScoped
class AppraisalForm {
    static final Form FORM = Form.load("appraisal");
    /** Long before any project of the library was planned. */
    private static final int EARLIEST_YEAR = 2000;

    private static final Text TOO_EARLY = new Text("年份有误，请核对", "the year can not be right");
    private static final Text NOT_AN_ID = new Text("不是项目的编号（id）", "is not the id of a project");

    private final Body body;

    AppraisalForm(ObjectMapper json) {
        this.body = new Body(FORM, (list, code) -> Principles.byCode(code).isPresent(), json);
    }

    /** @throws Problem 400 with all findings */
    AppraisalFields read(@Nullable JsonNode input) {
        AppraisalFields fields = body.create(input, AppraisalFields.class);
        if (fields.heldOn().getYear() < EARLIEST_YEAR) {
            throw Problem.badRequest(
                    Finding.of("FORMAT", "/heldOn", Map.of("label", FORM.label("/heldOn"), "problem", TOO_EARLY)));
        }
        return fields;
    }

    /**
     * @param addressed the project in the address; null where the body alone says which
     * @throws Problem 400 for what is no id, or when no project is named at all
     */
    static Set<UUID> projects(AppraisalFields fields, @Nullable UUID addressed) {
        Set<UUID> ids = new TreeSet<>();
        if (addressed != null) {
            ids.add(addressed);
        }
        List<Finding> refused = new ArrayList<>();
        for (int at = 0; at < fields.projectIds().size(); at++) {
            try {
                ids.add(UUID.fromString(fields.projectIds().get(at)));
            } catch (IllegalArgumentException notAnId) {
                refused.add(Finding.of(
                        "FORMAT",
                        "/projectIds/" + at,
                        Map.of("label", FORM.label("/projectIds"), "problem", NOT_AN_ID)));
            }
        }
        if (ids.isEmpty() && refused.isEmpty()) {
            refused.add(Finding.of("REQUIRED", "/projectIds", Map.of("label", FORM.label("/projectIds"))));
        }
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        return ids;
    }
}
