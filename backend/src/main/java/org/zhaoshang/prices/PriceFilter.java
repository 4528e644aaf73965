package org.zhaoshang.prices;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** What a list of prices can be narrowed by; the same for the page and for the export. Comma is "or". */
class PriceFilter {
    private static final int LONGEST = 100;
    private static final Text UNKNOWN = new Text("没有这个筛选条件", "there is no such condition");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    @QueryParam("q")
    @Size(max = LONGEST)
    @Parameter(
            description = "Any substring of two or more characters of item, code, park, condition, composition, source")
    @Nullable
    String q;

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    @QueryParam("reportYear")
    @Nullable
    String reportYear;

    @QueryParam("itemCode")
    @Nullable
    String itemCode;

    @QueryParam("category")
    @Nullable
    String category;

    @QueryParam("validOn")
    @Parameter(
            description = "Only prices that are valid on that day",
            schema = @Schema(implementation = String.class, examples = "2021-04-10"))
    @Nullable
    String validOn;

    @QueryParam("hasBlocking")
    @Nullable
    String hasBlocking;

    @QueryParam("hasFindings")
    @Parameter(description = "Whether anything is left to settle before submitting: BLOCK, or EXPLAIN without a word")
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

    /** @throws Problem 400 with each name that there is not, and each value longer than any that is meant */
    static PriceFilter of(Map<String, String> given) {
        PriceFilter filter = new PriceFilter();
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
            case "reportYear" -> reportYear = value;
            case "itemCode" -> itemCode = value;
            case "category" -> category = value;
            case "validOn" -> validOn = value;
            case "hasBlocking" -> hasBlocking = value;
            case "hasFindings" -> hasFindings = value;
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
    Map<String, String> given() {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("q", q);
        all.put("state", state);
        all.put("unitCode", unitCode);
        all.put("reportYear", reportYear);
        all.put("itemCode", itemCode);
        all.put("category", category);
        all.put("validOn", validOn);
        all.put("hasBlocking", hasBlocking);
        all.put("hasFindings", hasFindings);
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
