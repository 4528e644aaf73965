package org.zhaoshang.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.projects.ProjectRules.Context;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Severity;

class ProjectRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.of(2021, 3, 28);
    private static final HeldAppraisal FAVOURABLE =
            new HeldAppraisal(LocalDate.of(2021, 3, 20), "专家组", Appraisal.Conclusion.FAVOURABLE);

    @Test
    void findsNothingWrongWithACompleteProject() {
        assertThat(findings(project -> {})).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "locationCode",
                "address",
                "industryCode",
                "content",
                "totalInvestmentYuan",
                "cooperationModes",
                "contactOffice",
                "contactPhone",
                "inGuide"
            })
    void asksForEachRequiredField(String field) {
        assertThat(findings(project -> project.remove(field)))
                .extracting(Finding::rule, Finding::pointer)
                .contains(org.assertj.core.groups.Tuple.tuple("REQUIRED", "/" + field));
    }

    @ParameterizedTest
    @CsvSource({"4990000, true", "4999999.99, true", "5000000, false"})
    void refusesProjectBelowFiveMillionYuan(String total, boolean refused) {
        List<Finding> found = findings(project -> project.put("totalInvestmentYuan", new BigDecimal(total))
                .put("fixedInvestmentYuan", 100000)
                .put("fundsSoughtYuan", 100000));
        assertThat(found.stream().anyMatch(finding -> finding.rule().equals("V01")))
                .isEqualTo(refused);
    }

    @Test
    void saysTheAmountAndTheMinimumAsPeopleReadThem() {
        Finding below = findings(project -> project.put("totalInvestmentYuan", 4990000)).stream()
                .filter(finding -> finding.rule().equals("V01"))
                .findFirst()
                .orElseThrow();
        assertThat(below.in(Language.ZH).message()).contains("499万元").contains("500万元");
        assertThat(below.in(Language.EN).message()).contains("below");
    }

    @Test
    void refusesPartsLargerThanTheTotal() {
        assertThat(findings(project ->
                        project.put("fixedInvestmentYuan", 300000000L).put("fundsSoughtYuan", 260000000L)))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("FIXED_LE_TOTAL", "FUNDS_LE_TOTAL");
    }

    @Test
    void refusesANameThatTheUnitHasAlready() {
        assertThat(check(complete(), "ORD-2021-150622-0007", List.of(FAVOURABLE), null))
                .extracting(Finding::rule)
                .containsExactly("NAME_UNIQUE_IN_UNIT");
    }

    @Test
    void asksForAnAppraisalThatIsNotUnfavourableAndNotInTheFuture() {
        assertThat(rules(List.of())).containsExactly("V03");
        assertThat(rules(List.of(new HeldAppraisal(TODAY, "专家组", Appraisal.Conclusion.CONDITIONAL))))
                .isEmpty();
        assertThat(rules(List.of(new HeldAppraisal(TODAY, "专家组", Appraisal.Conclusion.UNFAVOURABLE))))
                .containsExactly("V03");
        assertThat(rules(List.of(new HeldAppraisal(TODAY.plusDays(1), "专家组", Appraisal.Conclusion.FAVOURABLE))))
                .containsExactly("V03");
    }

    @ParameterizedTest
    @CsvSource({"9999, V04", "100000000001, V04", "100000000000, ", "10000, "})
    void asksAgainForAmountsThatLookTypedInTheWrongUnit(String tax, @Nullable String rule) {
        assertThat(findings(project -> project.put("annualTaxYuan", new BigDecimal(tax))))
                .extracting(Finding::rule)
                .containsExactly(rule == null ? new String[0] : new String[] {rule});
    }

    @Test
    void asksAgainForAnAmountThousandsOfTimesOffItsPeers() {
        assertThat(check(complete(), null, List.of(FAVOURABLE), new BigDecimal("200000")))
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("V04", Severity.EXPLAIN));
        assertThat(check(complete(), null, List.of(FAVOURABLE), new BigDecimal("2500000")))
                .isEmpty();
    }

    @Test
    void pointsOutAreasThatDisagree() {
        assertThat(findings(project -> project.put("content", "用地面积80530㎡（127.007亩），年产5GW")))
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("V05", Severity.INFO));
        assertThat(findings(project -> project.put("content", "用地面积80530平方米（约合120.8亩）")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "投资强度300万元, true",
        "投资强度不低于300万元，符合要求, true",
        "投资强度300万元/亩, false",
        "投资强度4500 万元/公顷, false",
        "投资强度300万元每亩, false"
    })
    void asksWhetherAnIntensityIsPerMuOrPerHectare(String text, boolean asked) {
        assertThat(findings(project -> project.put("content", text)))
                .extracting(Finding::rule)
                .containsExactly(asked ? new String[] {"V06"} : new String[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, false",
        "91350100M000100Y44, true",
        "91350100M000100Y4, true",
        "9135010OM000100Y43, true"
    })
    void asksAboutACreditCodeThatFailsTheStandard(String code, boolean asked) {
        assertThat(findings(project -> project.put("investorCreditCode", code)))
                .extracting(Finding::rule)
                .containsExactly(asked ? new String[] {"V36"} : new String[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "2103-150622-04-01-123456, ",
        "2019-150622-04-01-123456, ",
        "2103-150621-04-01-123456, V38",
        "2103-150622-04-01-12345, V37",
        "210315062204 01123456, V37"
    })
    void checksTheFormAndTheRegionOfAProjectCode(String code, @Nullable String rule) {
        assertThat(findings(project -> project.put("projectCode", code)))
                .extracting(Finding::rule)
                .containsExactly(rule == null ? new String[0] : new String[] {rule});
    }

    @ParameterizedTest
    @CsvSource({
        "contactPhone, 13904771234, true",
        "contactPhone, +86 139-0477-1234, true",
        "contactPhone, 0477-8581234, false",
        "preparation, 请联系张先生13904771234, true",
        "content, 设备编号213904771234567台, false"
    })
    void letsNoMobileNumberBePublished(String field, String text, boolean refused) {
        assertThat(findings(project -> project.put(field, text)))
                .extracting(Finding::rule)
                .containsExactly(refused ? new String[] {"V48"} : new String[0]);
    }

    @Test
    void asksForEveryPrincipleAndForAWordOnFailAndNotApplicable() {
        assertThat(findings(project -> project.putArray("principleChecks")))
                .extracting(Finding::rule, Finding::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("REQUIRED", "/principleChecks"));
        assertThat(findings(project -> {
                    ObjectNode check =
                            (ObjectNode) project.withArray("principleChecks").get(1);
                    check.put("answer", "NOT_APPLICABLE");
                }))
                .extracting(Finding::pointer)
                .containsExactly("/principleChecks/1/note");
    }

    @Test
    void barsAcceptanceOnlyForAFailedBarringPrinciple() {
        ObjectNode project = complete();
        ((ObjectNode) project.withArray("principleChecks").get(0))
                .put("answer", "FAIL")
                .put("note", "市场饱和");
        assertThat(ProjectRules.barringAcceptance(fields(project), context(null, List.of(FAVOURABLE), null)))
                .isEmpty();
        ((ObjectNode) project.withArray("principleChecks").get(1))
                .put("answer", "FAIL")
                .put("note", "限制类");
        assertThat(ProjectRules.barringAcceptance(fields(project), context(null, List.of(FAVOURABLE), null)))
                .extracting(Finding::rule)
                .containsExactly("PRINCIPLE_FAILED");
    }

    private static List<Finding> findings(Consumer<ObjectNode> change) {
        ObjectNode project = complete();
        change.accept(project);
        return check(project, null, List.of(FAVOURABLE), null);
    }

    private static List<String> rules(List<HeldAppraisal> held) {
        return check(complete(), null, held, null).stream().map(Finding::rule).toList();
    }

    private static List<Finding> check(
            ObjectNode project, @Nullable String sameName, List<HeldAppraisal> held, @Nullable BigDecimal median) {
        return ProjectRules.check(fields(project), context(sameName, held, median));
    }

    private static Context context(@Nullable String sameName, List<HeldAppraisal> held, @Nullable BigDecimal median) {
        return new Context(
                new BigDecimal("5000000"),
                Set.of("MARKET_DEMAND", "INDUSTRIAL_POLICY"),
                Set.of("INDUSTRIAL_POLICY"),
                sameName,
                held,
                median,
                TODAY);
    }

    private static ProjectFields fields(ObjectNode project) {
        return JSON.convertValue(project, ProjectFields.class);
    }

    private static ObjectNode complete() {
        ObjectNode project = JSON.createObjectNode()
                .put("callYear", 2021)
                .put("name", "年产5GW高效光伏组件项目")
                .put("unitCode", "150622")
                .put("locationCode", "150622")
                .put("address", "大路产业园")
                .put("industryCode", "1.6")
                .put("content", "建设年产5GW高效光伏组件生产线")
                .put("totalInvestmentYuan", 250000000)
                .put("fixedInvestmentYuan", 200000000)
                .put("contactOffice", "准格尔旗投资促进中心")
                .put("contactPhone", "0477-4221234")
                .put("inGuide", true);
        project.putArray("cooperationModes").add("JOINT_VENTURE");
        project.putArray("principleChecks")
                .add(JSON.createObjectNode().put("check", "MARKET_DEMAND").put("answer", "PASS"))
                .add(JSON.createObjectNode().put("check", "INDUSTRIAL_POLICY").put("answer", "PASS"));
        return project;
    }
}
