package org.zhaoshang.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.area.AreaPairs;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.MobileNumbers;
import org.zhaoshang.shared.fields.Necessity;
import org.zhaoshang.shared.fields.OfficialCodes;
import org.zhaoshang.shared.fields.PlausibleAmount;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.rules.Finding;

/**
 * The rules on a project, as a readable list of pure functions. The same list answers the form, {@code check}, the upload,
 * submission and review; severities and texts are in {@code data/rules.csv}.
 */
final class ProjectRules {
    /** An intensity that says neither per mu nor per hectare. */
    private static final Pattern INTENSITY_WITHOUT_AREA = Pattern.compile(
            "投资强度[^，。；;\\n\\d]{0,12}\\d[\\d.,]*\\s*(?:万元|亿元|元)(?!\\s*(?:[/／每]|per)\\s*(?:亩|公顷|mu|hectare|平方米))");

    /** What the rules must know beyond the fields themselves. */
    record Context(
            BigDecimal minimumInvestmentYuan,
            Set<String> principles,
            Set<String> barringPrinciples,
            @Nullable String sameNameCode,
            List<HeldAppraisal> appraisals,
            @Nullable BigDecimal peerMedianYuan,
            LocalDate today) {}

    private static final List<BiFunction<ProjectFields, Context, Stream<Finding>>> RULES = List.of(
            ProjectRules::required,
            ProjectRules::principlesAnswered,
            ProjectRules::minimumInvestment,
            ProjectRules::partsWithinTotal,
            ProjectRules::nameUniqueInUnit,
            ProjectRules::appraised,
            ProjectRules::plausibleAmounts,
            ProjectRules::areasInTextAgree,
            ProjectRules::intensityNamesItsArea,
            (fields, context) -> OfficialCodes.creditCode("/investorCreditCode", fields.investorCreditCode()),
            (fields, context) -> OfficialCodes.projectCode("/projectCode", fields.projectCode(), fields.locationCode()),
            ProjectRules::officeTelephonesOnly);

    private ProjectRules() {}

    static List<Finding> check(ProjectFields fields, Context context) {
        List<Finding> findings = new ArrayList<>();
        RULES.forEach(rule -> rule.apply(fields, context).forEach(findings::add));
        return List.copyOf(findings);
    }

    /** Principles answered FAIL although they bar acceptance. */
    static List<Finding> barringAcceptance(ProjectFields fields, Context context) {
        return fields.principleChecks().stream()
                .filter(check -> check.answer() == PrincipleCheck.Answer.FAIL
                        && context.barringPrinciples().contains(check.check()))
                .map(check -> Finding.of("PRINCIPLE_FAILED", "/principleChecks", Map.of("label", check.check())))
                .toList();
    }

    private static Stream<Finding> required(ProjectFields fields, Context context) {
        Map<String, Boolean> filled = Map.of(
                "name", true,
                "locationCode", fields.locationCode() != null,
                "address", fields.address() != null,
                "industryCode", fields.industryCode() != null,
                "content", fields.content() != null,
                "totalInvestmentYuan", fields.totalInvestmentYuan() != null,
                "cooperationModes", !fields.cooperationModes().isEmpty(),
                "contactOffice", fields.contactOffice() != null,
                "contactPhone", fields.contactPhone() != null,
                "inGuide", fields.inGuide() != null);
        return ProjectForm.FORM.fields().stream()
                .filter(field -> field.necessity() == Necessity.REQUIRED)
                .filter(field -> Boolean.FALSE.equals(filled.get(field.name())))
                .map(field -> Finding.of("REQUIRED", field.pointer(), Map.of("label", field.label())));
    }

    /** Every principle of the call is answered; FAIL and NOT_APPLICABLE say why. */
    private static Stream<Finding> principlesAnswered(ProjectFields fields, Context context) {
        Set<String> answered =
                fields.principleChecks().stream().map(PrincipleCheck::check).collect(Collectors.toSet());
        Field list = ProjectForm.FORM.field("principleChecks");
        Stream<Finding> open = answered.containsAll(context.principles())
                ? Stream.empty()
                : Stream.of(Finding.of("REQUIRED", list.pointer(), Map.of("label", list.label())));
        Stream<Finding> unexplained = Stream.iterate(
                        0, at -> at < fields.principleChecks().size(), at -> at + 1)
                .filter(at -> {
                    PrincipleCheck check = fields.principleChecks().get(at);
                    return check.answer() != PrincipleCheck.Answer.PASS
                            && (check.note() == null || check.note().isBlank());
                })
                .map(at -> Finding.of(
                        "REQUIRED",
                        "/principleChecks/" + at + "/note",
                        Map.of(
                                "label",
                                ProjectForm.FORM.field("principleChecks/note").label())));
        return Stream.concat(open, unexplained);
    }

    private static Stream<Finding> minimumInvestment(ProjectFields fields, Context context) {
        BigDecimal total = fields.totalInvestmentYuan();
        return total != null && total.compareTo(context.minimumInvestmentYuan()) < 0
                ? Stream.of(Finding.of(
                        "V01",
                        "/totalInvestmentYuan",
                        Map.of(
                                "total",
                                Money.inWords(total),
                                "minimum",
                                Money.inWords(context.minimumInvestmentYuan()))))
                : Stream.empty();
    }

    private static Stream<Finding> partsWithinTotal(ProjectFields fields, Context context) {
        BigDecimal total = fields.totalInvestmentYuan();
        if (total == null) {
            return Stream.empty();
        }
        return Stream.of(
                        part("FIXED_LE_TOTAL", "fixed", "/fixedInvestmentYuan", fields.fixedInvestmentYuan(), total),
                        part("FUNDS_LE_TOTAL", "funds", "/fundsSoughtYuan", fields.fundsSoughtYuan(), total))
                .flatMap(Optional::stream);
    }

    private static Optional<Finding> part(
            String rule, String name, String pointer, @Nullable BigDecimal part, BigDecimal total) {
        return part != null && part.compareTo(total) > 0
                ? Optional.of(
                        Finding.of(rule, pointer, Map.of(name, Money.inWords(part), "total", Money.inWords(total))))
                : Optional.empty();
    }

    private static Stream<Finding> nameUniqueInUnit(ProjectFields fields, Context context) {
        return context.sameNameCode() == null
                ? Stream.empty()
                : Stream.of(Finding.of("NAME_UNIQUE_IN_UNIT", "/name", Map.of("code", context.sameNameCode())));
    }

    /** V03: one appraisal that is not unfavourable, held on or before the day. */
    private static Stream<Finding> appraised(ProjectFields fields, Context context) {
        boolean held = context.appraisals().stream()
                .anyMatch(appraisal -> !appraisal.heldOn().isAfter(context.today())
                        && appraisal.conclusion() != Appraisal.Conclusion.UNFAVOURABLE);
        if (held) {
            return Stream.empty();
        }
        Text problem;
        if (context.appraisals().isEmpty()) {
            problem = new Text(
                    "还没有初步论证记录：请先组织部门、专家论证并登记（可多个项目一次登记）",
                    "No preliminary appraisal yet: record one (one record may cover many projects)");
        } else if (context.appraisals().stream()
                .allMatch(appraisal -> appraisal.conclusion() == Appraisal.Conclusion.UNFAVOURABLE)) {
            problem = new Text("初步论证结论为“不可行”，不能报送", "The appraisal is unfavourable: the project can not be submitted");
        } else {
            problem = new Text("论证日期晚于报送日，请核对日期", "The appraisal is dated after the day of submission: check the date");
        }
        return Stream.of(Finding.of("V03", "/appraisals", Map.of("problem", problem)));
    }

    private static Stream<Finding> plausibleAmounts(ProjectFields fields, Context context) {
        Stream<Optional<Finding>> amounts = Stream.of(
                PlausibleAmount.check(
                        ProjectForm.FORM.field("totalInvestmentYuan"),
                        fields.totalInvestmentYuan(),
                        context.peerMedianYuan()),
                PlausibleAmount.check(
                        ProjectForm.FORM.field("fixedInvestmentYuan"), fields.fixedInvestmentYuan(), null),
                PlausibleAmount.check(ProjectForm.FORM.field("fundsSoughtYuan"), fields.fundsSoughtYuan(), null),
                PlausibleAmount.check(ProjectForm.FORM.field("annualOutputYuan"), fields.annualOutputYuan(), null),
                PlausibleAmount.check(ProjectForm.FORM.field("annualTaxYuan"), fields.annualTaxYuan(), null));
        return amounts.flatMap(Optional::stream);
    }

    private static Stream<Finding> areasInTextAgree(ProjectFields fields, Context context) {
        return texts(fields).entrySet().stream()
                .flatMap(text -> AreaPairs.disagreeing(text.getValue()).stream()
                        .map(pair -> Finding.of(
                                "V05",
                                "/" + text.getKey(),
                                Map.of(
                                        "text", pair.text(),
                                        "expected", pair.expectedMu() + "亩",
                                        "difference", pair.differencePercent() + "%"))));
    }

    private static Stream<Finding> intensityNamesItsArea(ProjectFields fields, Context context) {
        return texts(fields).entrySet().stream()
                .flatMap(text -> INTENSITY_WITHOUT_AREA
                        .matcher(text.getValue())
                        .results()
                        .map(match -> Finding.of(
                                "V06",
                                "/" + text.getKey(),
                                Map.of("text", match.group().strip()))));
    }

    /** V48: nothing that is published holds a private mobile number. */
    private static Stream<Finding> officeTelephonesOnly(ProjectFields fields, Context context) {
        Map<String, String> shown = new java.util.LinkedHashMap<>(texts(fields));
        putIfPresent(shown, "name", fields.name());
        putIfPresent(shown, "parkName", fields.parkName());
        putIfPresent(shown, "address", fields.address());
        putIfPresent(shown, "contactOffice", fields.contactOffice());
        putIfPresent(shown, "contactPhone", fields.contactPhone());
        return shown.entrySet().stream()
                .flatMap(text -> MobileNumbers.in(ProjectForm.FORM.field(text.getKey()), text.getValue()).stream());
    }

    private static Map<String, String> texts(ProjectFields fields) {
        Map<String, String> texts = new java.util.LinkedHashMap<>();
        putIfPresent(texts, "summary", fields.summary());
        putIfPresent(texts, "content", fields.content());
        putIfPresent(texts, "preparation", fields.preparation());
        return texts;
    }

    private static void putIfPresent(Map<String, String> texts, String name, @Nullable String text) {
        if (text != null) {
            texts.put(name, Objects.requireNonNull(text));
        }
    }
}
