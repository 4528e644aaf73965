package org.zhaoshang.shared.rules;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.CurrentLanguage;

/** The rules as the client shows them; it has no second copy. */
@Path("rules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "rules", description = "The rules that findings name.")
class RuleResource {
    private final CurrentLanguage language;

    RuleResource(CurrentLanguage language) {
        this.language = language;
    }

    @Schema(name = "Rule")
    record RuleView(
            @Schema(required = true, examples = "V01") String id,
            @Schema(required = true) String area,
            @Schema(required = true) Severity severity,

            @Schema(required = true, description = "With {name} where a finding's parameters go")
            String message,

            @Nullable @Schema(description = "Where the rule comes from")
            String clause) {}

    @Schema(name = "Rules")
    record RulesView(@Schema(required = true) List<RuleView> items) {}

    @GET
    @Authenticated
    @Operation(summary = "All rules, in the caller's language")
    @APIResponse(responseCode = "200", description = "The rules, in the order of the rule book")
    public RulesView listRules() {
        return new RulesView(Rulebook.all().stream()
                .map(rule -> new RuleView(
                        rule.id(),
                        rule.area(),
                        rule.severity(),
                        rule.message().in(language.get()),
                        rule.clause().isEmpty() ? null : rule.clause()))
                .toList());
    }
}
