package org.zhaoshang.projects;

import static org.zhaoshang.shared.caller.Permission.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** Records preliminary appraisals (初步论证): all covered projects or none. */
@Path("")
@Tag(name = "appraisals", description = "Preliminary appraisals (初步论证): one record for one project or for thirty.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AppraisalResource {
    private static final Text ONE_UNIT =
            new Text("一次登记只能包含同一单位的项目，请分开登记", "One record covers projects of one unit: record them apart");

    private final Appraisals appraisals;
    private final Projects projects;
    private final AppraisalForm form;
    private final Permits permits;
    private final ProjectJournal journal;
    private final Trail trail;
    private final ObjectMapper json;
    private final CurrentCaller current;
    private final CityClock clock;

    AppraisalResource(
            Appraisals appraisals,
            Projects projects,
            AppraisalForm form,
            Permits permits,
            ProjectJournal journal,
            Trail trail,
            ObjectMapper json,
            CurrentCaller current,
            CityClock clock) {
        this.appraisals = appraisals;
        this.projects = projects;
        this.form = form;
        this.permits = permits;
        this.journal = journal;
        this.trail = trail;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    @Schema(name = "Appraisal")
    record AppraisalView(
            @Schema(required = true) UUID id,
            @Schema(required = true) LocalDate heldOn,
            @Schema(required = true) String body,
            @Schema(required = true, description = "Never published") List<String> members,
            @Schema(required = true) Appraisal.Conclusion conclusion,
            @Schema(required = true) List<Appraisal.Opinion> opinions,
            @Nullable String note,
            @Schema(required = true, description = "Of the covered projects those the caller may see")
                    List<UUID> projectIds,
            @Schema(required = true) OffsetDateTime createdAt,
            @Schema(required = true) String createdBy) {

        static AppraisalView of(Appraisal appraisal, Set<UUID> seen) {
            return new AppraisalView(
                    appraisal.id(),
                    appraisal.heldOn(),
                    appraisal.body(),
                    appraisal.members(),
                    appraisal.conclusion(),
                    appraisal.opinions(),
                    appraisal.note(),
                    appraisal.projectIds().stream().filter(seen::contains).sorted().toList(),
                    ProjectViews.local(appraisal.createdAt()),
                    appraisal.createdBy());
        }
    }

    @POST
    @Path("appraisals")
    @Transactional
    @Idempotent
    @PermissionsAllowed({PROJECTS_WRITE, PROJECTS_APPRAISE})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records one appraisal for many projects")
    @APIResponse(
            responseCode = "201",
            description = "The record; every project's findings are judged anew",
            content = @Content(schema = @Schema(implementation = AppraisalView.class)))
    public RestResponse<AppraisalView> recordAppraisal(
            @RequestBody(content = @Content(schema = @Schema(implementation = AppraisalFields.class)))
                    @Nullable JsonNode body) {
        AppraisalFields fields = form.read(body);
        return recordFor(AppraisalForm.projects(fields, null), fields);
    }

    @POST
    @Path("projects/{id}/appraisals")
    @Transactional
    @Idempotent
    @PermissionsAllowed({PROJECTS_WRITE, PROJECTS_APPRAISE})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records an appraisal of one project, and of further ones the body names")
    @APIResponse(
            responseCode = "201",
            description = "The record; the project's findings are judged anew",
            content = @Content(schema = @Schema(implementation = AppraisalView.class)))
    public RestResponse<AppraisalView> recordProjectAppraisal(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = AppraisalFields.class)))
                    @Nullable JsonNode body) {
        projects.seen(id, current.scope());
        AppraisalFields fields = form.read(body);
        return recordFor(AppraisalForm.projects(fields, id), fields);
    }

    @GET
    @Path("projects/{id}/appraisals")
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "The appraisals of one project, newest first")
    public Page<AppraisalView> listProjectAppraisals(@PathParam("id") UUID id) {
        projects.seen(id, current.scope());
        List<Appraisal> found = appraisals.of(id);
        Set<UUID> seen = seen(found.stream()
                .flatMap(appraisal -> appraisal.projectIds().stream())
                .collect(Collectors.toSet()));
        return Page.all(found.stream()
                .map(appraisal -> AppraisalView.of(appraisal, seen))
                .toList());
    }

    @GET
    @Path("appraisals/{id}")
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "One appraisal of projects the caller may see")
    public AppraisalView getAppraisal(@PathParam("id") UUID id) {
        Appraisal appraisal = appraisals.findByIdOptional(id).orElseThrow(Problem::notFound);
        Set<UUID> seen = seen(appraisal.projectIds());
        if (seen.isEmpty()) {
            throw Problem.notFound();
        }
        return AppraisalView.of(appraisal, seen);
    }

    private RestResponse<AppraisalView> recordFor(Set<UUID> ids, AppraisalFields fields) {
        Caller caller = current.get();
        List<Project> covered = projects.held(ids, current.scope());
        covered.forEach(project -> permits.require(Action.APPRAISE, project, caller));
        String unit = covered.getFirst().unitCode();
        if (covered.stream().anyMatch(project -> !project.unitCode().equals(unit))) {
            throw Problem.badRequest(Finding.of("STATE", "/projectIds", Map.of("problem", ONE_UNIT)));
        }
        Appraisal appraisal = new Appraisal(unit, fields, ids, caller, clock.now());
        appraisals.persistAndFlush(appraisal);
        trail.change(
                caller,
                new Subject("appraisal", appraisal.id().toString(), unit),
                "create",
                null,
                0,
                NullNode.getInstance(),
                json.valueToTree(AppraisalView.of(appraisal, ids)));
        JsonNode summary = json.valueToTree(ProjectView.AppraisalSummary.of(appraisal));
        covered.forEach(project -> {
            journal.judge(project);
            journal.beside(caller, project, "appraise", "appraisals", NullNode.getInstance(), summary);
        });
        return RestResponse.ResponseBuilder.<AppraisalView>created(URI.create("/api/v1/appraisals/" + appraisal.id()))
                .entity(AppraisalView.of(appraisal, ids))
                .build();
    }

    private Set<UUID> seen(Set<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : projects.seen(ids, current.scope()).stream().map(Project::id).collect(Collectors.toSet());
    }
}
