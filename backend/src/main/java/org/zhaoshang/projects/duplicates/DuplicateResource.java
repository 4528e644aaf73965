package org.zhaoshang.projects.duplicates;

import static org.zhaoshang.shared.caller.Permission.PROJECTS_READ;
import static org.zhaoshang.shared.caller.Permission.PROJECTS_REVIEW;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.projects.Project;
import org.zhaoshang.projects.ProjectState;
import org.zhaoshang.projects.ProjectViews;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.duplicates.Judgement;
import org.zhaoshang.shared.duplicates.VerdictRequest;
import org.zhaoshang.shared.duplicates.VerdictView;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.units.Units;

/** A unit sees what looks alike among its own projects, the bureau among all. */
@Path("projects/{id}/duplicates")
@Tag(name = "duplicates", description = "Duplicates (判重) in four levels, and the bureau's verdict on each.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DuplicateResource {
    private final Projects projects;
    private final Duplicates duplicates;
    private final JudgeDuplicate judgeDuplicate;
    private final ProjectViews views;
    private final Units units;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    DuplicateResource(
            Projects projects,
            Duplicates duplicates,
            JudgeDuplicate judgeDuplicate,
            ProjectViews views,
            Units units,
            CurrentCaller current,
            CurrentLanguage language) {
        this.projects = projects;
        this.duplicates = duplicates;
        this.judgeDuplicate = judgeDuplicate;
        this.views = views;
        this.units = units;
        this.current = current;
        this.language = language;
    }

    @Schema(name = "Duplicate", description = "Another project that looks like this one.")
    record DuplicateView(
            @Schema(required = true) UUID otherId,
            @Schema(required = true) String code,
            @Schema(required = true) String name,
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) ProjectState state,
            @Nullable String investor,
            @Nullable BigDecimal totalInvestmentYuan,

            @Schema(required = true, minimum = "1", maximum = "4", description = "1 is the surest")
            int level,

            @Schema(required = true, description = "What is the same", examples = "项目代码相同")
            String because,

            @Nullable @Schema(description = "Of the names, 0 to 1; level 2 only", examples = "0.917")
            BigDecimal similarity,

            @Nullable VerdictView verdict,

            @Schema(required = true, description = "Level 1 or 2 and not judged yet: bars acceptance")
            boolean open) {}

    @Schema(name = "Duplicates")
    record Listing(
            @Schema(required = true) List<DuplicateView> items,

            @Schema(required = true, description = "How many still need a verdict")
            long openDuplicates) {}

    @GET
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "The projects that look like this one, the surest first")
    @APIResponse(responseCode = "200", description = "Only projects the caller may see")
    public Listing listProjectDuplicates(@PathParam("id") UUID id) {
        List<Duplicate> found = duplicates.of(projects.seen(id, current.scope()), current.scope());
        return new Listing(
                found.stream()
                        .map(duplicate -> view(duplicate, duplicate.other().judgement(), duplicate.isOpen()))
                        .toList(),
                found.stream().filter(Duplicate::isOpen).count());
    }

    @POST
    @Path("{otherId}/verdict")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_REVIEW)
    @Operation(
            summary =
                    "Judges a pair: NEW lets this project pass, SAME bars it, MERGE archives it in favour of the other")
    @APIResponse(
            responseCode = "200",
            description = "The pair with its verdict",
            content = @Content(schema = @Schema(implementation = DuplicateView.class)))
    public RestResponse<DuplicateView> judgeProjectDuplicate(
            @PathParam("id") UUID id,
            @PathParam("otherId") UUID otherId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable VerdictRequest body) {
        Project project = projects.seen(id, current.scope());
        Revision.require(ifMatch, project.version(), () -> views.of(project));
        Project other = projects.seen(otherId, current.scope());
        Duplicate found = duplicates.between(project, otherId, current.scope()).orElseThrow(Problem::notFound);
        Judgement judgement = judgeDuplicate.pass(
                VerdictRequest.verdict(body),
                Reasons.required(body == null ? null : body.reason()),
                project,
                other,
                found.match().level(),
                current.get());
        return RestResponse.ResponseBuilder.ok(view(found, judgement, false))
                .tag(Revision.tag(project.version()))
                .build();
    }

    private DuplicateView view(Duplicate found, @Nullable Judgement judgement, boolean open) {
        Candidate other = found.other();
        return new DuplicateView(
                other.id(),
                other.code(),
                other.name(),
                other.compared().unitCode(),
                units.nameOf(other.compared().unitCode()),
                other.state(),
                other.investor(),
                other.totalInvestmentYuan(),
                found.match().level(),
                found.match().because().in(language.get()),
                found.match().similarity(),
                VerdictView.of(judgement),
                open);
    }
}
