package org.zhaoshang.projects;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of projects can be narrowed by; the same for the page and for the export. Comma is "or". */
public class ProjectFilter {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    @QueryParam("q")
    @Size(max = 100)
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

    /** What it is narrowed and ordered by, for the trail: the parameters as they came. */
    public Map<String, String> given() {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("q", q);
        all.put("state", state);
        all.put("unitCode", unitCode);
        all.put("callYear", callYear);
        all.put("industryCode", industryCode);
        all.put("groupCode", groupCode);
        all.put("locationCode", locationCode);
        all.put("minInvestmentYuan", minInvestmentYuan);
        all.put("maxInvestmentYuan", maxInvestmentYuan);
        all.put("late", late);
        all.put("publiclyListed", publiclyListed);
        all.put("hasBlocking", hasBlocking);
        all.put("hasFindings", hasFindings);
        all.put("appraised", appraised);
        all.put("inGuide", inGuide);
        all.put("updatedFrom", updatedFrom);
        all.put("updatedTo", updatedTo);
        all.put("sort", sort);
        Map<String, String> given = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(name, CONTROL.matcher(value).replaceAll(""));
            }
        });
        return given;
    }
}
