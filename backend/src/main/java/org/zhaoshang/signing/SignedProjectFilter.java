package org.zhaoshang.signing;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of signed projects can be narrowed by; the same for the page and for the export. Comma is "or". */
class SignedProjectFilter extends CreditFilter {
    @QueryParam("q")
    @Size(max = LONGEST)
    @Parameter(description = "Any substring of two or more characters of name, code, investor, party, place of origin")
    @Nullable
    String q;

    @QueryParam("stage")
    @Nullable
    String stage;

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    @QueryParam("eventCode")
    @Parameter(description = "The first signing event; NONE for those signed directly")
    @Nullable
    String eventCode;

    @QueryParam("creditedTo")
    @Parameter(description = "The event at which it counts today, the newer one where the investor changed")
    @Nullable
    String creditedTo;

    @QueryParam("agreementKind")
    @Parameter(description = "The kind that stands today")
    @Nullable
    String agreementKind;

    @QueryParam("origin")
    @Nullable
    String origin;

    @QueryParam("industryCode")
    @Nullable
    String industryCode;

    @QueryParam("groupCode")
    @Nullable
    String groupCode;

    @QueryParam("locationCode")
    @Nullable
    String locationCode;

    @QueryParam("signedFrom")
    @Nullable
    String signedFrom;

    @QueryParam("signedTo")
    @Nullable
    String signedTo;

    @QueryParam("stageFrom")
    @Parameter(description = "Reached its stage on that day or later")
    @Nullable
    String stageFrom;

    @QueryParam("stageTo")
    @Parameter(description = "Reached its stage on that day or before")
    @Nullable
    String stageTo;

    @QueryParam("minAmountYuan")
    @Nullable
    String minAmountYuan;

    @QueryParam("maxAmountYuan")
    @Nullable
    String maxAmountYuan;

    @QueryParam("hasFindings")
    @Parameter(description = "Whether anything is left to settle: BLOCK, or EXPLAIN without a word")
    @Nullable
    String hasFindings;

    @QueryParam("counted")
    @Parameter(description = "Whether it is complete and counts for its event")
    @Nullable
    String counted;

    @QueryParam("excluded")
    @Parameter(description = "Whether the bureau left it out of the assessment (V16)")
    @Nullable
    String excluded;

    @QueryParam("hasOpenDuplicates")
    @Parameter(description = "Whether it looks like another that the caller may see, and nobody has judged the pair")
    @Nullable
    String hasOpenDuplicates;

    @QueryParam("updatedFrom")
    @Nullable
    String updatedFrom;

    @QueryParam("updatedTo")
    @Nullable
    String updatedTo;

    @QueryParam("sort")
    @DefaultValue("-updatedAt")
    String sort = "-updatedAt";
}
