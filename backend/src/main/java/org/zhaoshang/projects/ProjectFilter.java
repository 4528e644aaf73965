package org.zhaoshang.projects;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.ListFilter;

/** What a list of projects can be narrowed by; the same for the page and for the export. Comma is "or". */
public class ProjectFilter extends ListFilter {
    @QueryParam("q")
    @Size(max = LONGEST)
    @Parameter(description = "Any substring of two or more characters of name, code, investor, content, address")
    @Nullable
    String q;

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    @QueryParam("callYear")
    @Nullable
    String callYear;

    @QueryParam("industryCode")
    @Nullable
    String industryCode;

    @QueryParam("groupCode")
    @Nullable
    String groupCode;

    @QueryParam("locationCode")
    @Nullable
    String locationCode;

    @QueryParam("minInvestmentYuan")
    @Nullable
    String minInvestmentYuan;

    @QueryParam("maxInvestmentYuan")
    @Nullable
    String maxInvestmentYuan;

    @QueryParam("late")
    @Nullable
    String late;

    @QueryParam("publiclyListed")
    @Nullable
    String publiclyListed;

    @QueryParam("hasBlocking")
    @Nullable
    String hasBlocking;

    @QueryParam("hasFindings")
    @Parameter(description = "Whether anything is left to settle before submitting: BLOCK, or EXPLAIN without a word")
    @Nullable
    String hasFindings;

    @QueryParam("appraised")
    @Nullable
    String appraised;

    @QueryParam("inGuide")
    @Nullable
    String inGuide;

    @QueryParam("updatedFrom")
    @Nullable
    String updatedFrom;

    @QueryParam("updatedTo")
    @Nullable
    String updatedTo;

    @QueryParam("sort")
    @DefaultValue("-updatedAt")
    String sort = "-updatedAt";

    /**
     * A filter that did not come as query parameters.
     *
     * @throws org.zhaoshang.shared.http.Problem 400 with each name that there is not
     */
    public static ProjectFilter of(Map<String, String> given) {
        ProjectFilter filter = new ProjectFilter();
        filter.take(given);
        return filter;
    }
}
