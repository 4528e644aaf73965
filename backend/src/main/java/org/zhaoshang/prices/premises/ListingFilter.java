package org.zhaoshang.prices.premises;

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

/** What a list of premises or of parcels can be narrowed by; the same for the page and for the export. Comma is "or". */
class ListingFilter {
    private static final int LONGEST = 100;
    private static final Text UNKNOWN = new Text("没有这个筛选条件", "there is no such condition");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    @QueryParam("q")
    @Size(max = LONGEST)
    @Parameter(description = "Any substring of two or more characters of name, code, place, owner and the other texts")
    @Nullable
    String q;

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    @QueryParam("locationCode")
    @Nullable
    String locationCode;

    @QueryParam("publiclyListed")
    @Nullable
    String publiclyListed;

    @QueryParam("changedSince")
    @Parameter(description = "Whether the fields have changed since they were published")
    @Nullable
    String changedSince;

    @QueryParam("hasFindings")
    @Parameter(description = "Whether anything is left to settle before publishing: BLOCK, or EXPLAIN without a word")
    @Nullable
    String hasFindings;

    @QueryParam("verified")
    @Parameter(description = "Of what is on offer: whether it counts as verified today")
    @Nullable
    String verified;

    @QueryParam("bbox")
    @Size(max = LONGEST)
    @Parameter(description = "West, south, east and north in degrees", example = "109.5,39.4,110.5,40.4")
    @Nullable
    String bbox;

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
     * Takes a filter that did not come as query parameters.
     *
     * @param given by the names of the query parameters
     * @throws Problem 400 with each name that there is not, and each value longer than any that is meant
     */
    void take(Map<String, String> given) {
        List<Finding> refused = new ArrayList<>();
        given.forEach((name, value) -> {
            if (value.length() > LONGEST) {
                refused.add(Finding.of(
                        "LENGTH", "/" + name, Map.of("label", name, "max", LONGEST, "length", value.length())));
            } else if (!set(name, value)) {
                refused.add(Finding.of("FORMAT", "/" + name, Map.of("label", name, "problem", UNKNOWN)));
            }
        });
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
    }

    boolean set(String name, String value) {
        switch (name) {
            case "q" -> q = value;
            case "state" -> state = value;
            case "unitCode" -> unitCode = value;
            case "locationCode" -> locationCode = value;
            case "publiclyListed" -> publiclyListed = value;
            case "changedSince" -> changedSince = value;
            case "hasFindings" -> hasFindings = value;
            case "verified" -> verified = value;
            case "bbox" -> bbox = value;
            case "updatedFrom" -> updatedFrom = value;
            case "updatedTo" -> updatedTo = value;
            case "sort" -> sort = value;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** All parameters as they came. */
    Map<String, @Nullable String> all() {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("q", q);
        all.put("state", state);
        all.put("unitCode", unitCode);
        all.put("locationCode", locationCode);
        all.put("publiclyListed", publiclyListed);
        all.put("changedSince", changedSince);
        all.put("hasFindings", hasFindings);
        all.put("verified", verified);
        all.put("bbox", bbox);
        all.put("updatedFrom", updatedFrom);
        all.put("updatedTo", updatedTo);
        all.put("sort", sort);
        return all;
    }

    /** What it is narrowed and ordered by, for the trail. */
    final Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        all().forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(name, CONTROL.matcher(value).replaceAll(""));
            }
        });
        return given;
    }
}
