package org.zhaoshang.projects;

import static org.zhaoshang.shared.caller.Permission.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
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
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.files.FileStore;
import org.zhaoshang.shared.files.ReceivedFile;
import org.zhaoshang.shared.files.RecordFiles;
import org.zhaoshang.shared.files.StoredFile;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.time.CityClock;

/** A project's files: seen by whom the project is seen, added and removed while the unit may edit it. */
@Path("projects/{id}/attachments")
@Tag(name = "attachments", description = "Files of a project (附件): recognised by content, at most ten of 50 MB.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AttachmentResource {
    private static final int MOST = 10;

    private final Projects projects;
    private final Attachments attachments;
    private final RecordFiles files;
    private final FileStore store;
    private final Permits permits;
    private final ProjectJournal journal;
    private final Trail trail;
    private final ObjectMapper json;
    private final CurrentCaller current;
    private final CityClock clock;

    AttachmentResource(
            Projects projects,
            Attachments attachments,
            RecordFiles files,
            FileStore store,
            Permits permits,
            ProjectJournal journal,
            Trail trail,
            ObjectMapper json,
            CurrentCaller current,
            CityClock clock) {
        this.projects = projects;
        this.attachments = attachments;
        this.files = files;
        this.store = store;
        this.permits = permits;
        this.journal = journal;
        this.trail = trail;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    @Schema(name = "Attachment")
    record AttachmentView(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "论证意见.pdf") String name,

            @Schema(required = true, examples = "application/pdf")
            String mediaType,

            @Schema(required = true, description = "Bytes") long size,
            @Schema(required = true) Attachment.Purpose purpose,
            @Schema(required = true) String sha256,
            @Schema(required = true) OffsetDateTime createdAt,
            @Schema(required = true) String createdBy) {

        static AttachmentView of(Attachment attachment) {
            return new AttachmentView(
                    attachment.id(),
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.size(),
                    attachment.purpose(),
                    attachment.sha256(),
                    CityClock.local(attachment.createdAt()),
                    attachment.createdBy());
        }
    }

    /** The form as the contract shows it. */
    @Schema(name = "AttachmentUpload")
    record Upload(
            @Schema(
                    required = true,
                    type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                    format = "binary")
            Object file,

            @Schema(description = "Default: OTHER") Attachment.@Nullable Purpose purpose) {}

    @GET
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "The files of one project, in the order of uploading")
    public Page<AttachmentView> listAttachments(@PathParam("id") UUID id) {
        projects.seen(id, current.scope());
        return Page.all(
                files.of(Attachment.class, id).stream().map(AttachmentView::of).toList());
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_WRITE)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Adds a file: pdf, docx, xlsx, doc, xls, jpg or png by name and content alike")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = Upload.class)))
    @APIResponse(
            responseCode = "201",
            description = "The file is kept",
            content = @Content(schema = @Schema(implementation = AttachmentView.class)))
    @APIResponse(responseCode = "413", description = "The file is larger than 50 MB")
    @APIResponse(responseCode = "415", description = "The file is none of the kinds taken, or not what its name says")
    public RestResponse<AttachmentView> addAttachment(
            @PathParam("id") UUID id,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("purpose") @Nullable String purpose)
            throws IOException {
        Caller caller = current.get();
        Project project = projects.held(Set.of(id), current.scope()).getFirst();
        permits.require(Action.ATTACH, project, caller);
        ReceivedFile received = ReceivedFile.of(file);
        Attachment.Purpose use = ReceivedFile.purpose(purpose, Attachment.Purpose.values(), Attachment.Purpose.OTHER);
        files.requireRoom(Attachment.class, id, MOST);
        StoredFile stored = store.keep(received.content());
        Attachment attachment = new Attachment(project, received, stored, use, caller, clock.now());
        attachments.persistAndFlush(attachment);
        journal.beside(caller, project, "attach", "attachments", NullNode.getInstance(), described(attachment));
        return RestResponse.ResponseBuilder.<AttachmentView>created(
                        URI.create("projects/" + id + "/attachments/" + attachment.id()))
                .entity(AttachmentView.of(attachment))
                .build();
    }

    @GET
    @Path("{attachmentId}")
    @Transactional
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "The file itself, to be saved; the trail notes who took it")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema =
                                    @Schema(
                                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                                            format = "binary")))
    public RestResponse<File> downloadAttachment(
            @PathParam("id") UUID id, @PathParam("attachmentId") UUID attachmentId) {
        Project project = projects.seen(id, current.scope());
        Attachment attachment = files.find(Attachment.class, id, attachmentId);
        RestResponse<File> content = files.download(attachment);
        trail.note(
                current.get(),
                new Subject("attachment", attachmentId.toString(), project.unitCode()),
                "download",
                null);
        return content;
    }

    @DELETE
    @Path("{attachmentId}")
    @Transactional
    @PermissionsAllowed(PROJECTS_WRITE)
    @Operation(summary = "Removes a file; it never changes, so no If-Match is needed")
    public void deleteAttachment(@PathParam("id") UUID id, @PathParam("attachmentId") UUID attachmentId) {
        Project project = projects.held(Set.of(id), current.scope()).getFirst();
        permits.require(Action.ATTACH, project, current.get());
        Attachment attachment = files.find(Attachment.class, id, attachmentId);
        files.remove(attachment);
        journal.beside(current.get(), project, "detach", "attachments", described(attachment), NullNode.getInstance());
    }

    private JsonNode described(Attachment attachment) {
        return json.valueToTree(AttachmentView.of(attachment));
    }
}
