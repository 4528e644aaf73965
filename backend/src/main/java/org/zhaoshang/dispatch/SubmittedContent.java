package org.zhaoshang.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/** Gathers all that a submission consists of, and the figures that the month's summaries take from it. */
@ApplicationScoped
class SubmittedContent {
    private final ObjectMapper json;

    SubmittedContent(ObjectMapper json) {
        this.json = json;
    }

    /** What was submitted, and what it sums to. */
    record Parts(JsonNode content, JsonNode figures) {}

    Parts of(MonthlyReport report) {
        ObjectNode content = json.valueToTree(report.fields());
        content.put("month", report.month())
                .put("unitCode", report.unitCode())
                .put("noChange", report.isNoChange())
                .put("periodEndsOn", report.periodEndsOn().orElseThrow().toString());
        return new Parts(content, json.valueToTree(Figures.NONE));
    }
}
