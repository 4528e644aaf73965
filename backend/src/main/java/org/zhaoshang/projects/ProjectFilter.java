package org.zhaoshang.projects;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** What a list of projects can be narrowed by; the same for the page and for the export. Comma is "or". */
public class ProjectFilter {
    private static final int LONGEST = 100;
    private static final Text UNKNOWN = new Text("没有这个筛选条件", "there is no such condition");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

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
     * @param given by the names of the query parameters
     * @throws Problem 400 with each name that there is not, and each value longer than any that is meant
     */
    public static ProjectFilter of(Map<String, String> given) {
        ProjectFilter filter = new ProjectFilter();
        List<Finding> refused = new ArrayList<>();
        given.forEach((name, value) -> {
            if (value.length() > LONGEST) {
                refused.add(Finding.of(
                        "LENGTH", "/" + name, Map.of("label", name, "max", LONGEST, "length", value.length())));
            } else if (!filter.set(name, value)) {
                refused.add(Finding.of("FORMAT", "/" + name, Map.of("label", name, "problem", UNKNOWN)));
            }
        });
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        return filter;
    }

    private boolean set(String name, String value) {
        switch (name) {
            case "q" -> q = value;
            case "state" -> state = value;
            case "unitCode" -> unitCode = value;
            case "callYear" -> callYear = value;
            case "industryCode" -> industryCode = value;
            case "groupCode" -> groupCode = value;
            case "locationCode" -> locationCode = value;
            case "minInvestmentYuan" -> minInvestmentYuan = value;
            case "maxInvestmentYuan" -> maxInvestmentYuan = value;
            case "late" -> late = value;
            case "publiclyListed" -> publiclyListed = value;
            case "hasBlocking" -> hasBlocking = value;
            case "hasFindings" -> hasFindings = value;
            case "appraised" -> appraised = value;
            case "inGuide" -> inGuide = value;
            case "updatedFrom" -> updatedFrom = value;
            case "updatedTo" -> updatedTo = value;
            case "sort" -> sort = value;
            default -> {
                return false;
            }
        }
        return true;
    }

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
