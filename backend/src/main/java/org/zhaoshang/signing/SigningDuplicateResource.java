package org.zhaoshang.signing;

import static org.zhaoshang.shared.caller.Permission.SIGNED_PROJECTS_READ;
import static org.zhaoshang.shared.caller.Permission.SIGNED_PROJECTS_REVIEW;

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
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.duplicates.Judgement;
import org.zhaoshang.shared.duplicates.VerdictRequest;
import org.zhaoshang.shared.duplicates.VerdictView;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.units.Units;

/** A unit sees what looks alike among its own signed projects, the bureau among all. */
@Path("signed-projects/{id}/duplicates")
@Tag(name = "signed-projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SigningDuplicateResource {
    private final SignedProjects projects;
    private final SigningDuplicates duplicates;
    private final JudgeSigningDuplicate judge;
    private final SeenSignedProject seen;
    private final Units units;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    SigningDuplicateResource(
            SignedProjects projects,
            SigningDuplicates duplicates,
            JudgeSigningDuplicate judge,
            SeenSignedProject seen,
            Units units,
            CurrentCaller current,
            CurrentLanguage language) {
        this.projects = projects;
        this.duplicates = duplicates;
        this.judge = judge;
        this.seen = seen;
        this.units = units;
        this.current = current;
        this.language = language;
    }

    @Schema(name = "SigningDuplicate", description = "Another signed project that looks like this one.")
    record DuplicateView(
            @Schema(required = true) UUID otherId,
            @Schema(required = true) String code,
            @Schema(required = true) String name,
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,
            @Schema(required = true) Stage stage,
            @Nullable String investor,

            @Nullable @Schema(description = "All that is agreed today")
            BigDecimal amountYuan,

            @Schema(required = true, minimum = "1", maximum = "3", description = "1 is the surest")
            int level,

            @Schema(required = true, description = "What is the same", examples = "项目代码相同")
            String because,

            @Nullable @Schema(description = "Of the names, 0 to 1; level 2 only", examples = "0.917")
            BigDecimal similarity,

            @Nullable VerdictView verdict,

            @Schema(required = true, description = "Level 1 or 2 and not judged yet; it counts until then")
            boolean open) {}

    @Schema(name = "SigningDuplicates")
    record Listing(
            @Schema(required = true) List<DuplicateView> items,

            @Schema(required = true, description = "How many still need a verdict")
            long openDuplicates) {}

    @GET
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "The signed projects that look like this one, the surest first")
    @APIResponse(responseCode = "200", description = "Only projects the caller may see")
    public Listing listSignedProjectDuplicates(@PathParam("id") UUID id) {
        List<SigningDuplicate> found = duplicates.of(projects.seen(id, current.scope()), current.scope());
        return new Listing(
                found.stream()
                        .map(duplicate -> view(duplicate, duplicate.judgement(), duplicate.isOpen()))
                        .toList(),
                found.stream().filter(SigningDuplicate::isOpen).count());
    }

    @POST
    @Path("{otherId}/verdict")
    @Transactional
    @Idempotent
    @PermissionsAllowed(SIGNED_PROJECTS_REVIEW)
    @Operation(
            summary = "Judges a pair: after SAME and MERGE this project counts no more, after NEW it does",
            description = "What was left out as a duplicate comes back by a verdict NEW, or by include.")
    @APIResponse(
            responseCode = "200",
            description = "The pair with its verdict",
            content = @Content(schema = @Schema(implementation = DuplicateView.class)))
    public RestResponse<DuplicateView> judgeSignedProjectDuplicate(
            @PathParam("id") UUID id,
            @PathParam("otherId") UUID otherId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable VerdictRequest body) {
        SignedProject project = seen.unchanged(id, ifMatch);
        SignedProject other = projects.seen(otherId, current.scope());
        SigningDuplicate found =
                duplicates.between(project, otherId, current.scope()).orElseThrow(Problem::notFound);
        Judgement judgement = judge.pass(
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

    private DuplicateView view(SigningDuplicate found, @Nullable Judgement judgement, boolean open) {
        return new DuplicateView(
                found.id(),
                found.code(),
                found.name(),
                found.unitCode(),
                units.nameOf(found.unitCode()),
                found.stage(),
                found.investor(),
                PlainNumber.orNull(found.amountYuan()),
                found.match().level(),
                found.match().because().in(language.get()),
                found.match().similarity(),
                VerdictView.of(judgement),
                open);
    }
}
