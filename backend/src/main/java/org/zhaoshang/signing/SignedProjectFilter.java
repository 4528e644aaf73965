package org.zhaoshang.signing;

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

/** What a list of signed projects can be narrowed by; the same for the page and for the export. Comma is "or". */
class SignedProjectFilter {
    private static final int LONGEST = 100;
    private static final Text UNKNOWN = new Text("没有这个筛选条件", "there is no such condition");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

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

    private boolean set(String name, String value) {
        switch (name) {
            case "q" -> q = value;
            case "stage" -> stage = value;
            case "unitCode" -> unitCode = value;
            case "eventCode" -> eventCode = value;
            case "creditedTo" -> creditedTo = value;
            case "agreementKind" -> agreementKind = value;
            case "origin" -> origin = value;
            case "industryCode" -> industryCode = value;
            case "groupCode" -> groupCode = value;
            case "locationCode" -> locationCode = value;
            case "signedFrom" -> signedFrom = value;
            case "signedTo" -> signedTo = value;
            case "stageFrom" -> stageFrom = value;
            case "stageTo" -> stageTo = value;
            case "minAmountYuan" -> minAmountYuan = value;
            case "maxAmountYuan" -> maxAmountYuan = value;
            case "hasFindings" -> hasFindings = value;
            case "counted" -> counted = value;
            case "excluded" -> excluded = value;
            case "updatedFrom" -> updatedFrom = value;
            case "updatedTo" -> updatedTo = value;
            case "sort" -> sort = value;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What it is narrowed and ordered by, for the trail. */
    Map<String, String> given() {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("q", q);
        all.put("stage", stage);
        all.put("unitCode", unitCode);
        all.put("eventCode", eventCode);
        all.put("creditedTo", creditedTo);
        all.put("agreementKind", agreementKind);
        all.put("origin", origin);
        all.put("industryCode", industryCode);
        all.put("groupCode", groupCode);
        all.put("locationCode", locationCode);
        all.put("signedFrom", signedFrom);
        all.put("signedTo", signedTo);
        all.put("stageFrom", stageFrom);
        all.put("stageTo", stageTo);
        all.put("minAmountYuan", minAmountYuan);
        all.put("maxAmountYuan", maxAmountYuan);
        all.put("hasFindings", hasFindings);
        all.put("counted", counted);
        all.put("excluded", excluded);
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
