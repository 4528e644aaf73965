package org.zhaoshang.signing;

import static org.zhaoshang.shared.caller.Permission.*;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.files.ReceivedFile;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Files of a signed project: seen by whom it is seen, added and removed by its unit. */
@Path("signed-projects/{id}/files")
@Tag(name = "signed-projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SigningFileResource {
    private static final int LONGEST_SHOWN = 60;
    private static final Text SUBJECT = new Text("所属协议或阶段", "What it shows");

    private final SignedProjects projects;
    private final SigningFiles files;
    private final StageLog stages;
    private final Agreements agreements;
    private final CurrentCaller current;

    SigningFileResource(
            SignedProjects projects,
            SigningFiles files,
            StageLog stages,
            Agreements agreements,
            CurrentCaller current) {
        this.projects = projects;
        this.files = files;
        this.stages = stages;
        this.agreements = agreements;
        this.current = current;
    }

    /** The form as the contract shows it. */
    @Schema(name = "SigningFileUpload")
    record Upload(
            @Schema(required = true, type = SchemaType.STRING, format = "binary")
            Object file,

            @Schema(description = "Default: OTHER") SigningFile.@Nullable Purpose purpose,

            @Schema(description = "Id of the stage or further agreement that it shows") @Nullable
            UUID subjectId) {}

    @GET
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "The files of a signed project, in the order of uploading")
    @APIResponse(responseCode = "200", description = "At most two hundred")
    public Page<SigningFileView> listSignedProjectFiles(@PathParam("id") UUID id) {
        projects.seen(id, current.scope());
        return Page.all(files.of(id).stream().map(SigningFileView::of).toList());
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(SIGNED_PROJECTS_WRITE)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Adds a file: pdf, docx, xlsx, doc, xls, jpg or png by name and content alike",
            description = "A photograph (PHOTO) answers what V25 asks of a project that has started.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = Upload.class)))
    @APIResponse(
            responseCode = "201",
            description = "The file is kept",
            content = @Content(schema = @Schema(implementation = SigningFileView.class)))
    @APIResponse(responseCode = "413", description = "The file is larger than 50 MB")
    @APIResponse(responseCode = "415", description = "The file is none of the kinds taken, or not what its name says")
    public RestResponse<SigningFileView> addSignedProjectFile(
            @PathParam("id") UUID id,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("purpose") @Nullable String purpose,
            @RestForm("subjectId") @Nullable String subjectId)
            throws IOException {
        SignedProject project = held(id);
        ReceivedFile received = ReceivedFile.of(file);
        SigningFile kept = files.add(
                current.get(),
                project,
                received,
                ReceivedFile.purpose(purpose, SigningFile.Purpose.values(), SigningFile.Purpose.OTHER),
                subject(project, subjectId));
        return RestResponse.ResponseBuilder.<SigningFileView>created(
                        URI.create("signed-projects/" + id + "/files/" + kept.id()))
                .entity(SigningFileView.of(kept))
                .build();
    }

    @GET
    @Path("{fileId}")
    @Transactional
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "The file itself, to be saved; the trail notes who took it")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<File> downloadSignedProjectFile(@PathParam("id") UUID id, @PathParam("fileId") UUID fileId) {
        return files.download(current.get(), projects.seen(id, current.scope()), fileId);
    }

    @DELETE
    @Path("{fileId}")
    @Transactional
    @PermissionsAllowed(SIGNED_PROJECTS_WRITE)
    @Operation(summary = "Removes a file; it never changes, so no If-Match is needed")
    public void deleteSignedProjectFile(@PathParam("id") UUID id, @PathParam("fileId") UUID fileId) {
        files.remove(current.get(), held(id), fileId);
    }

    private SignedProject held(UUID id) {
        Caller caller = current.get();
        SignedProject project = projects.held(Set.of(id), current.scope()).getFirst();
        SigningPermits.require(SigningAction.ATTACH, project, caller);
        return project;
    }

    /** @throws Problem 400 for what is neither a stage nor an agreement of this project */
    private @Nullable UUID subject(SignedProject project, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        return java.util.stream.Stream.concat(
                        stages.ids(project.id()).stream(),
                        agreements.of(project.id()).stream().map(Agreement::id))
                .filter(known -> known.toString().equals(given.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(Finding.of(
                        "CODE",
                        "/subjectId",
                        Map.of("label", SUBJECT, "value", given.length() > LONGEST_SHOWN ? "…" : given))));
    }
}
