package org.zhaoshang.units;

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
import org.zhaoshang.shared.http.Page;

/** The industries in scope, and the national divisions beside them. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "units")
class IndustryResource {
    private final Industries industries;
    private final GbIndustries gbIndustries;

    IndustryResource(Industries industries, GbIndustries gbIndustries) {
        this.industries = industries;
        this.gbIndustries = gbIndustries;
    }

    @Schema(name = "Industry")
    record IndustryView(
            @Schema(required = true, examples = "3.3") String code,
            @Schema(required = true, examples = "新材料") String name,
            @Schema(required = true, examples = "3") String groupCode,

            @Schema(required = true, examples = "培育发展特色新兴产业")
            String groupName,

            @Schema(required = true, description = "Divisions of GB/T 4754-2017 it may fall under")
            List<String> gbCodes) {}

    @Schema(name = "GbIndustry")
    record GbIndustryView(
            @Schema(required = true, examples = "26") String code,
            @Schema(required = true) String name) {}

    @GET
    @Path("/industries")
    @Authenticated
    @Operation(summary = "The industries in scope")
    @APIResponse(responseCode = "200", description = "Six groups and their industries")
    public Page<IndustryView> listIndustries() {
        return Page.all(industries.all().stream()
                .map(industry -> new IndustryView(
                        industry.code(),
                        industry.name(),
                        industry.groupCode(),
                        industry.groupName(),
                        industry.gbCodes()))
                .toList());
    }

    @GET
    @Path("/gb-industries")
    @Authenticated
    @Operation(summary = "The divisions of GB/T 4754-2017")
    @APIResponse(responseCode = "200", description = "97 divisions")
    public Page<GbIndustryView> listGbIndustries() {
        return Page.all(gbIndustries.all().entrySet().stream()
                .map(division -> new GbIndustryView(division.getKey(), division.getValue()))
                .toList());
    }
}
