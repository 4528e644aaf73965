package org.zhaoshang.signing.funds;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.ListFilter;

/** What the ledger can be narrowed by. Comma is "or". */
class ReceiptFilter extends ListFilter {
    @QueryParam("q")
    @Size(max = LONGEST)
    @Parameter(
            description =
                    "Any substring of two or more characters of code, payer, proof number, project's code or name")
    @Nullable
    String q;

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    @QueryParam("signedProject")
    @Parameter(description = "Code of the project")
    @Nullable
    String signedProject;

    @QueryParam("eventCode")
    @Parameter(description = "The first signing event of the project")
    @Nullable
    String eventCode;

    @QueryParam("origin")
    @Nullable
    String origin;

    @QueryParam("form")
    @Nullable
    String form;

    @QueryParam("use")
    @Nullable
    String use;

    @QueryParam("receivedFrom")
    @Nullable
    String receivedFrom;

    @QueryParam("receivedTo")
    @Nullable
    String receivedTo;

    @QueryParam("reportedMonth")
    @Parameter(description = "The report that first told of it; NONE for those that none told", example = "2021-03")
    @Nullable
    String reportedMonth;

    @QueryParam("assessed")
    @Parameter(description = "Whether it counts: from outside the region, complete, and not left out by a switch")
    @Nullable
    String assessed;

    @QueryParam("reviewed")
    @Nullable
    String reviewed;

    @QueryParam("recognised")
    @Nullable
    String recognised;

    @QueryParam("differs")
    @Parameter(description = "Whether the region's system shows another amount than the ledger (V15)")
    @Nullable
    String differs;

    @QueryParam("proofTwice")
    @Parameter(
            description =
                    "Whether another receipt had the proof first and nobody judged yet; a unit learns of its own only")
    @Nullable
    String proofTwice;

    @QueryParam("pastYear")
    @Parameter(description = "跨年补报: received in a year before that of the report")
    @Nullable
    String pastYear;

    @QueryParam("hasFindings")
    @Nullable
    String hasFindings;

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
