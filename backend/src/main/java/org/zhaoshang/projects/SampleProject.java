package org.zhaoshang.projects;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Principles;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.units.Industries;

/**
 * A row of {@code data/demonstration-projects.csv}: what public reports say of a real project, in the columns of the notices
 * (亿元, 亩), and beside it in the {@code example_} columns plausible values for what they leave out. A row with a
 * {@code source_url} was read there; one without is made up whole.
 */
record SampleProject(NamedCsvRecord row) {
    private static final BigDecimal WAN = Money.WAN;
    /** Filled in by the product and not by a person, hence no example. */
    private static final Set<String> KEYS = Set.of("callYear", "unitCode");

    static List<SampleProject> all() {
        return DataFile.rows("demonstration-projects.csv").stream()
                .map(SampleProject::new)
                .toList();
    }

    /** Why the row is not entered; empty for most. */
    Optional<String> leftOut() {
        return Optional.ofNullable(cell("leave_out"));
    }

    String unitCode() {
        return row.getField("unit_code");
    }

    /** Which of {@code data/demonstration-stories.csv} it lives through. */
    String story() {
        return row.getField("story");
    }

    boolean isOfTheOpenCall() {
        return row.getField("call").equals("open");
    }

    /** @param open the year of the open call */
    int callYear(int open) {
        return isOfTheOpenCall() ? open : Integer.parseInt(row.getField("call"));
    }

    /** The day of the first step; in the open call a negative number of days before the start. */
    String begins() {
        return row.getField("begins");
    }

    /** The field that the bureau returns. */
    String returnedField() {
        return row.getField("return_field");
    }

    /** What the bureau says to this project alone. */
    @Nullable
    String words() {
        return cell("words");
    }

    /** The row as it came: what an office would enter that completes nothing. */
    ObjectNode asReported(Industries industries) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", row.getField("project_name")).put("unitCode", unitCode());
        put(body, "investor", "investor");
        industries
                .byName(row.getField("sub_industry"))
                .ifPresent(industry -> body.put("industryCode", industry.code()));
        put(body, "content", "content_short");
        put(body, "totalInvestmentYuan", "total_investment_100m_yuan", Money.YI);
        put(body, "landAreaMu", "land_mu", BigDecimal.ONE);
        put(body, "annualOutputYuan", "annual_output_100m_yuan", Money.YI);
        put(body, "annualTaxYuan", "annual_tax_100m_yuan", Money.YI);
        put(body, "jobs", "jobs", BigDecimal.ONE);
        return body;
    }

    /** The row with what it lacks filled in, and in its text which fields those are. */
    ObjectNode completed(Industries industries, int callYear, SampleOffice office) {
        ObjectNode body = asReported(industries);
        Set<String> reported = names(body);
        body.put("callYear", callYear).put("inGuide", true);
        office.fill(body);
        put(body, "gbIndustryCode", "gb_industry");
        put(body, "totalInvestmentYuan", "example_total", Money.YI);
        put(body, "fixedInvestmentYuan", "example_fixed", Money.YI);
        put(body, "landAreaMu", "example_land_mu", BigDecimal.ONE);
        put(body, "annualOutputYuan", "example_output", Money.YI);
        put(body, "annualTaxYuan", "example_tax", Money.YI);
        put(body, "jobs", "example_jobs", BigDecimal.ONE);
        put(body, "powerDemandKwhPerYear", "example_power_wan_kwh", WAN);
        put(body, "waterDemandTonPerYear", "example_water_wan_ton", WAN);
        ArrayNode modes = body.putArray("cooperationModes");
        list("example_cooperation").forEach(modes::add);
        ArrayNode checks = body.putArray("principleChecks");
        Principles.all()
                .forEach(principle ->
                        checks.addObject().put("check", principle.code()).put("answer", "PASS"));
        body.remove(list("leave_open"));
        body.put("preparation", declaration(reported, names(body)));
        return body.put("summary", "示例：" + row.getField("content_short"));
    }

    /** The correction of the field that was returned, as a merge patch. */
    ObjectNode corrected() {
        return JsonNodeFactory.instance.objectNode().put(returnedField(), row.getField("corrected"));
    }

    /** Tells every reader which fields are facts and which are not. */
    private String declaration(Set<String> reported, Set<String> present) {
        if (cell("source_url") == null) {
            return "【示例】演示数据，全部内容为补充的示例，不是实际项目的数据。";
        }
        String dated = cell("as_of") == null ? "" : "（" + cell("as_of") + "）";
        String note = cell("note") == null ? "" : "（来源附注：" + cell("note") + "）";
        present.removeAll(reported);
        return "【示例】演示数据。取自公开报道" + dated + "的有：" + labels(reported) + note + "。以下为补充的示例，不是该企业公布的数据：" + labels(present)
                + "；论证、审核、发布过程也是示例。";
    }

    private void put(ObjectNode body, String name, String column) {
        String value = cell(column);
        if (value != null) {
            body.put(name, value);
        }
    }

    /** @param unit what one of the column is in the field's unit */
    private void put(ObjectNode body, String name, String column, BigDecimal unit) {
        String value = cell(column);
        if (value != null) {
            body.put(name, new BigDecimal(value).multiply(unit));
        }
    }

    private List<String> list(String column) {
        String text = cell(column);
        return text == null ? List.of() : List.of(text.split(";"));
    }

    private @Nullable String cell(String column) {
        return DataFile.optional(row, column);
    }

    private static Set<String> names(ObjectNode body) {
        Set<String> names = new LinkedHashSet<>();
        body.fieldNames().forEachRemaining(names::add);
        names.removeAll(KEYS);
        return names;
    }

    private static String labels(Collection<String> names) {
        return names.stream()
                .map(name -> ProjectForm.FORM.label("/" + name).zh())
                .collect(Collectors.joining("、"));
    }
}
