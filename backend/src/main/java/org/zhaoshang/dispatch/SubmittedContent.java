package org.zhaoshang.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhaoshang.signing.funds.Ledger;

/** Gathers all that a submission consists of, and the figures that the month's summaries take from it. */
@ApplicationScoped
class SubmittedContent {
    private final Ledger ledger;
    private final ObjectMapper json;

    SubmittedContent(Ledger ledger, ObjectMapper json) {
        this.ledger = ledger;
        this.json = json;
    }

    /** What was submitted, and what it sums to. */
    record Parts(JsonNode content, JsonNode figures) {}

    Parts of(MonthlyReport report, List<Entry> entries) {
        ObjectNode content = json.valueToTree(report.fields());
        content.put("month", report.month())
                .put("unitCode", report.unitCode())
                .put("noChange", report.isNoChange())
                .put("periodEndsOn", report.periodEndsOn().orElseThrow().toString());
        ArrayNode rows = content.putArray("entries");
        entries.forEach(entry -> rows.add(row(entry)));
        content.set("receipts", json.valueToTree(ledger.lines(report.unitCode(), report.month(), false)));
        return new Parts(
                content, json.valueToTree(figures(entries, ledger.told(report.unitCode(), report.month(), false))));
    }

    private ObjectNode row(Entry entry) {
        ObjectNode row = json.valueToTree(entry.fields());
        return row.put("signedProject", entry.code())
                .put("name", entry.project().fields().name())
                .put("changed", entry.isChanged())
                .put("completedInvestmentYearYuan", entry.year())
                .put("completedInvestmentTotalYuan", entry.total());
    }

    private static Figures figures(List<Entry> entries, Ledger.Told funds) {
        Map<String, Integer> stages = new TreeMap<>();
        entries.forEach(entry -> stages.merge(entry.fields().stage().name(), 1, Integer::sum));
        return new Figures(
                entries.size(),
                (int) entries.stream().filter(Entry::isChanged).count(),
                entries.stream()
                        .map(entry -> entry.fields().completedInvestmentYuan())
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                funds.allYuan(),
                funds.pastYearYuan(),
                funds.outsideYuan(),
                funds.outsidePastYearYuan(),
                stages);
    }
}
