package org.zhaoshang.audit;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.Conditions;

/** What the log can be narrowed by; the same for pages and files. Comma is "or". */
class LogFilter {
    @QueryParam("from")
    @Parameter(
            description = "First day, Asia/Shanghai",
            schema = @Schema(implementation = String.class, examples = "2021-04-01"))
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Last day, to its end in Asia/Shanghai",
            schema = @Schema(implementation = String.class, examples = "2021-04-10"))
    @Nullable
    String to;

    @QueryParam("actor")
    @Parameter(description = "User name or client id")
    @Nullable
    String actor;

    @QueryParam("subjectKind")
    @Parameter(schema = @Schema(implementation = String.class, examples = "project"))
    @Nullable
    String subjectKind;

    @QueryParam("subjectId")
    @Nullable
    String subjectId;

    @QueryParam("action")
    @Parameter(schema = @Schema(implementation = String.class, examples = "sign-in-refused"))
    @Nullable
    String action;

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    Conditions conditions() {
        return new Conditions()
                .day("from", "at", true, from)
                .day("to", "at", false, to)
                .oneOf("actor", "actor_name", actor)
                .oneOf("subjectKind", "subject_kind", subjectKind)
                .oneOf("subjectId", "subject_id", subjectId)
                .oneOf("action", "action", action)
                .oneOf("unitCode", "unit_code", unitCode);
    }
}
