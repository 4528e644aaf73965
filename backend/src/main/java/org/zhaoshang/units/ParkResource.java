package org.zhaoshang.units;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Page;

/** The parks to choose from. */
@Path("parks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "units")
class ParkResource {
    private final Parks parks;

    ParkResource(Parks parks) {
        this.parks = parks;
    }

    @Schema(name = "Park")
    record ParkView(
            @Schema(required = true, examples = "准格尔经济开发区") String name,

            @Nullable @Schema(description = "The unit it belongs to, where known", examples = "150622")
            String unitCode,

            @Nullable String level,
            @Nullable String leadingIndustries) {}

    @GET
    @Authenticated
    @Operation(summary = "The parks")
    @APIResponse(responseCode = "200", description = "All parks; a project may also name one that is not listed")
    public Page<ParkView> listParks() {
        return Page.all(parks.all().stream()
                .map(park -> new ParkView(park.name(), park.unitCode(), park.level(), park.leadingIndustries()))
                .toList());
    }
}
