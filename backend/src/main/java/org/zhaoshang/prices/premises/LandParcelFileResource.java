package org.zhaoshang.prices.premises;

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
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;

/** Pictures and papers of parcels: seen by whom a parcel is seen, added and removed while the unit may edit. */
@Path("land-parcels/{id}/attachments")
@Tag(name = "land-parcels")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class LandParcelFileResource {
    private final ListingFiles files;

    LandParcelFileResource(ListingFiles files) {
        this.files = files;
    }

    @GET
    @PermissionsAllowed(LAND_PARCELS_READ)
    @Operation(summary = "The files of a parcel, in the order of uploading")
    @APIResponse(responseCode = "200", description = "At most twenty")
    public Page<ListingFiles.FileView> listLandParcelFiles(@PathParam("id") UUID id) {
        return files.of(LandParcel.class, id);
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(LAND_PARCELS_WRITE)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Adds a picture or paper: jpg, png, pdf, docx, xlsx, doc or xls by name and content alike")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ListingFiles.Upload.class)))
    @APIResponse(
            responseCode = "201",
            description = "The file is kept",
            content = @Content(schema = @Schema(implementation = ListingFiles.FileView.class)))
    @APIResponse(responseCode = "413", description = "The file is larger than 50 MB")
    @APIResponse(responseCode = "415", description = "The file is none of the kinds taken, or not what its name says")
    public RestResponse<ListingFiles.FileView> addLandParcelFile(
            @PathParam("id") UUID id,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("purpose") @Nullable String purpose)
            throws IOException {
        return files.add(LandParcel.class, id, file, purpose);
    }

    @GET
    @Path("{fileId}")
    @Transactional
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @PermissionsAllowed(LAND_PARCELS_READ)
    @Operation(summary = "The file itself, to be saved; the trail notes who took it")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<File> downloadLandParcelFile(@PathParam("id") UUID id, @PathParam("fileId") UUID fileId) {
        return files.download(LandParcel.class, id, fileId);
    }

    @GET
    @Path("{fileId}/preview")
    @Produces("image/jpeg")
    @PermissionsAllowed(LAND_PARCELS_READ)
    @Operation(summary = "A picture in small, upright and without what its camera wrote beside it")
    @APIResponse(
            responseCode = "200",
            description = "JPEG, at most 1600 pixels a side",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "Also for a file that has no preview")
    public RestResponse<File> previewLandParcelFile(@PathParam("id") UUID id, @PathParam("fileId") UUID fileId) {
        return files.preview(LandParcel.class, id, fileId);
    }

    @DELETE
    @Path("{fileId}")
    @Transactional
    @PermissionsAllowed(LAND_PARCELS_WRITE)
    @Operation(summary = "Removes a file; it never changes, so no If-Match is needed")
    public void deleteLandParcelFile(@PathParam("id") UUID id, @PathParam("fileId") UUID fileId) {
        files.remove(LandParcel.class, id, fileId);
    }
}
