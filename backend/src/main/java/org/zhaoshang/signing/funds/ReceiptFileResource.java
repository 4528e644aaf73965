package org.zhaoshang.signing.funds;

import static org.zhaoshang.shared.caller.Permission.RECEIPTS_READ;
import static org.zhaoshang.shared.caller.Permission.RECEIPTS_WRITE;

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
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
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
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.files.ReceivedFile;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.signing.SignedProject;
import org.zhaoshang.signing.SignedProjects;
import org.zhaoshang.signing.SigningFile;
import org.zhaoshang.signing.SigningFileView;
import org.zhaoshang.signing.SigningFiles;

/** The proofs of a receipt: files of its project, which hands them out and removes them. */
@Path("receipts/{id}/files")
@Tag(name = "receipts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReceiptFileResource {
    private final FundReceipts receipts;
    private final SignedProjects projects;
    private final SigningFiles files;
    private final CurrentCaller current;

    ReceiptFileResource(FundReceipts receipts, SignedProjects projects, SigningFiles files, CurrentCaller current) {
        this.receipts = receipts;
        this.projects = projects;
        this.files = files;
        this.current = current;
    }

    /** The form as the contract shows it. */
    @Schema(name = "ReceiptFileUpload")
    record Upload(
            @Schema(required = true, type = SchemaType.STRING, format = "binary")
            Object file) {}

    @GET
    @PermissionsAllowed(RECEIPTS_READ)
    @Operation(summary = "The proofs of a receipt, in the order of uploading")
    @APIResponse(responseCode = "200", description = "Each is taken and removed as a file of the project")
    public Page<SigningFileView> listReceiptFiles(@PathParam("id") UUID id) {
        FundReceipt receipt = receipts.seen(id, current.scope());
        return Page.all(files.of(receipt.signedProjectId()).stream()
                .filter(file -> file.subjectId().equals(Optional.of(id)))
                .map(SigningFileView::of)
                .toList());
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(RECEIPTS_WRITE)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Adds a proof: pdf, docx, xlsx, doc, xls, jpg or png by name and content alike")
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
    public RestResponse<SigningFileView> addReceiptFile(
            @PathParam("id") UUID id, @RestForm("file") @Nullable FileUpload file) throws IOException {
        FundReceipt receipt = receipts.seen(id, current.scope());
        SignedProject project = projects.held(Set.of(receipt.signedProjectId()), current.scope())
                .getFirst();
        ReceivedFile received = ReceivedFile.of(file);
        SigningFile kept = files.add(current.get(), project, received, SigningFile.Purpose.PROOF, id);
        return RestResponse.ResponseBuilder.<SigningFileView>created(
                        URI.create("signed-projects/" + project.id() + "/files/" + kept.id()))
                .entity(SigningFileView.of(kept))
                .build();
    }
}
