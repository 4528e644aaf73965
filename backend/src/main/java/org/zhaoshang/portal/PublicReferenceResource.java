package org.zhaoshang.portal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/** Units and industries for the filters of a portal. */
@Path("public")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "portal", description = "What anyone may read: published projects and the names they refer to.")
class PublicReferenceResource {
    private final Units units;
    private final Industries industries;
    private final PublicAnswers answers;

    PublicReferenceResource(Units units, Industries industries, PublicAnswers answers) {
        this.units = units;
        this.industries = industries;
        this.answers = answers;
    }

    @Schema(name = "PublicUnit")
    record PublicUnitView(
            @Schema(required = true, examples = "150602") String code,
            @Schema(required = true, examples = "东胜区") String name,
            @Schema(required = true, examples = "东胜") String shortName,
            @Schema(required = true) Unit.Kind kind,
            @Nullable String parentCode) {}

    @Schema(name = "PublicIndustry")
    record PublicIndustryView(
            @Schema(required = true, examples = "3.3") String code,
            @Schema(required = true, examples = "新材料") String name,
            @Schema(required = true, examples = "3") String groupCode,

            @Schema(required = true, examples = "培育发展特色新兴产业")
            String groupName) {}

    @GET
    @Path("/units")
    @Operation(summary = "The city and its units, for anyone")
    @APIResponse(responseCode = "200", description = "In the official order, the city first")
    @APIResponse(responseCode = "304", description = "Unchanged")
    public RestResponse<Page<PublicUnitView>> listPublicUnits(@HeaderParam("If-None-Match") @Nullable String known) {
        return answers.conditional(
                known,
                Page.all(units.all().stream()
                        .map(unit -> new PublicUnitView(
                                unit.code(), unit.name(), unit.shortName(), unit.kind(), unit.parentCode()))
                        .toList()));
    }

    @GET
    @Path("/industries")
    @Operation(summary = "The industries in scope, for anyone")
    @APIResponse(responseCode = "200", description = "Six groups and their industries")
    @APIResponse(responseCode = "304", description = "Unchanged")
    public RestResponse<Page<PublicIndustryView>> listPublicIndustries(
            @HeaderParam("If-None-Match") @Nullable String known) {
        return answers.conditional(
                known,
                Page.all(industries.all().stream()
                        .map(industry -> new PublicIndustryView(
                                industry.code(), industry.name(), industry.groupCode(), industry.groupName()))
                        .toList()));
    }
}
