package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.Necessity;
import org.zhaoshang.shared.fields.OfficialCodes;
import org.zhaoshang.shared.fields.PlausibleAmount;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.rules.Finding;

/** The rules on a signed project: pure functions; severities and texts are in {@code data/rules.csv}. */
final class SignedProjectRules {
    private static final Form FORM = SignedProjectForm.FORM;

    /** Owed before anything was signed: the rest comes with the agreement. */
    private static final Set<String> FROM_THE_FIRST_TALK =
            Set.of("name", "locationCode", "industryCode", "investor", "origin", "stageOn");

    /** V21: what rounding of a rate may make of an amount. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.005");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private SignedProjectRules() {}

    /** When an event took place; both null while that is not known. */
    record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /**
     * What the rules must know beyond the fields themselves.
     *
     * @param document the fields as JSON
     * @param namesake the code of another of the unit's with this name
     * @param event the days of the event that is named; null for none
     * @param start what shows that it was started
     * @param into the project that the fields say it is merged into; null for none that the unit has
     * @param units that report
     */
    record Context(
            ObjectNode document,
            @Nullable String namesake,
            @Nullable Days event,
            StageLog.Start start,
            @Nullable UUID into,
            Set<String> units,
            LocalDate today) {}

    private static final List<BiFunction<SignedProjectFields, Context, Stream<Finding>>> RULES = List.of(
            SignedProjectRules::required,
            SignedProjectRules::uniqueInUnit,
            SignedProjectRules::plausible,
            SignedProjectRules::outsideWithinAgreed,
            SignedProjectRules::foreignMoney,
            SignedProjectRules::daysInOrder,
            SignedProjectRules::signedAtEvent,
            SignedProjectRules::shares,
            SignedProjectRules::startShown,
            SignedProjectRules::merged,
            (fields, context) -> OfficialCodes.creditCode("/investorCreditCode", fields.investorCreditCode()),
            (fields, context) ->
                    OfficialCodes.projectCode("/projectCode", fields.projectCode(), fields.locationCode()));

    static List<Finding> check(SignedProjectFields fields, Context context) {
        List<Finding> findings = new ArrayList<>();
        RULES.forEach(rule -> rule.apply(fields, context).forEach(findings::add));
        return List.copyOf(findings);
    }

    private static Stream<Finding> required(SignedProjectFields fields, Context context) {
        Stream<Field> owed = FORM.fields().stream()
                .filter(field -> field.necessity() == Necessity.REQUIRED)
                .filter(field -> fields.agreementKind() != null
                        || fields.stage() != Stage.NEGOTIATING
                        || FROM_THE_FIRST_TALK.contains(field.name()));
        // A company of another country has no such code.
        boolean coded = fields.agreementKind() == AgreementKind.CONTRACT && fields.origin() != Origin.OVERSEAS;
        return Stream.concat(owed, coded ? Stream.of(FORM.field("investorCreditCode")) : Stream.empty())
                .filter(field -> isEmpty(context.document().path(field.name())))
                .map(field -> Finding.of("REQUIRED", field.pointer(), Map.of("label", field.label())));
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty();
    }

    private static Stream<Finding> uniqueInUnit(SignedProjectFields fields, Context context) {
        return context.namesake() == null
                ? Stream.empty()
                : Stream.of(Finding.of("NAME_UNIQUE_IN_UNIT", "/name", Map.of("code", context.namesake())));
    }

    private static Stream<Finding> plausible(SignedProjectFields fields, Context context) {
        return PlausibleAmount.check(FORM.field("agreedAmountYuan"), fields.agreedAmountYuan(), null).stream();
    }

    /** V09 on the agreement: what comes from outside is a part of it. */
    private static Stream<Finding> outsideWithinAgreed(SignedProjectFields fields, Context context) {
        return outsideWithin("/agreedOutsideYuan", fields.agreedOutsideYuan(), fields.agreedAmountYuan());
    }

    static Stream<Finding> outsideWithin(String pointer, @Nullable BigDecimal outside, @Nullable BigDecimal agreed) {
        return outside == null || agreed == null || outside.compareTo(agreed) <= 0
                ? Stream.empty()
                : Stream.of(Finding.of(
                        "V09",
                        pointer,
                        Map.of(
                                "part", FORM.field("agreedOutsideYuan").label(),
                                "value", Money.inWords(outside),
                                "whole", FORM.field("agreedAmountYuan").label(),
                                "total", Money.inWords(agreed))));
    }

    /** V21: amount, rate and day are all kept, and the amount in yuan is what they make. */
    private static Stream<Finding> foreignMoney(SignedProjectFields fields, Context context) {
        if (!fields.hasForeignMoney()) {
            return Stream.empty();
        }
        Stream<Finding> owed = Stream.of("amountOriginal", "exchangeRate", "exchangeDate")
                .filter(name -> isEmpty(context.document().path(name)))
                .map(FORM::field)
                .map(field -> Finding.of(
                        "V21",
                        field.pointer(),
                        Map.of(
                                "problem",
                                new Text(
                                        "请填写“" + field.label().zh() + "”",
                                        field.label().en() + " is missing: fill it in"))));
        BigDecimal converted = SignedProjectFields.converted(fields.amountOriginal(), fields.exchangeRate());
        BigDecimal agreed = fields.agreedAmountYuan();
        if (converted == null
                || agreed == null
                || converted.subtract(agreed).abs().compareTo(converted.multiply(ROUNDING)) <= 0) {
            return owed;
        }
        Text apart = new Text(
                "原币金额×汇率为 " + Money.inWords(converted) + "，协议总投资填的是 " + Money.inWords(agreed) + "，请核对",
                "amount × rate is " + Money.inWords(converted) + " where " + Money.inWords(agreed)
                        + " is agreed: check both");
        return Stream.concat(owed, Stream.of(Finding.of("V21", "/agreedAmountYuan", Map.of("problem", apart))));
    }

    /** V24, and that nothing is told before it happened. */
    private static Stream<Finding> daysInOrder(SignedProjectFields fields, Context context) {
        List<Finding> findings = new ArrayList<>();
        LocalDate signed = fields.signedOn();
        LocalDate reached = fields.stageOn();
        toCome("signedOn", signed, context.today(), findings);
        toCome("stageOn", reached, context.today(), findings);
        toCome("exchangeDate", fields.exchangeDate(), context.today(), findings);
        if (fields.stage().isSigned()) {
            notBefore("stageOn", reached, "signedOn", signed, findings);
        }
        notBefore(
                "plannedCompletionOn",
                fields.plannedCompletionOn(),
                "plannedStartOn",
                fields.plannedStartOn(),
                findings);
        return findings.stream();
    }

    private static void toCome(String name, @Nullable LocalDate day, LocalDate today, List<Finding> findings) {
        if (day != null && day.isAfter(today)) {
            Text label = FORM.field(name).label();
            findings.add(Finding.of(
                    "V24",
                    "/" + name,
                    Map.of(
                            "problem",
                            new Text(
                                    "“" + label.zh() + "”" + day + " 晚于今天，请核对",
                                    label.en() + " " + day + " is still to come: check it"))));
        }
    }

    private static void notBefore(
            String name, @Nullable LocalDate day, String first, @Nullable LocalDate earlier, List<Finding> findings) {
        if (day != null && earlier != null && day.isBefore(earlier)) {
            Text label = FORM.field(name).label();
            Text than = FORM.field(first).label();
            findings.add(Finding.of(
                    "V24",
                    "/" + name,
                    Map.of(
                            "problem",
                            new Text(
                                    "“" + label.zh() + "”" + day + " 早于“" + than.zh() + "”" + earlier + "，请核对",
                                    label.en() + " " + day + " is before " + than.en() + " " + earlier
                                            + ": check both"))));
        }
    }

    private static Stream<Finding> signedAtEvent(SignedProjectFields fields, Context context) {
        LocalDate signed = fields.signedOn();
        Days event = context.event();
        if (signed == null || event == null || event.from() == null) {
            return Stream.empty();
        }
        LocalDate last = event.to() == null ? event.from() : event.to();
        return signed.isBefore(event.from()) || signed.isAfter(last)
                ? Stream.of(Finding.of(
                        "SIGNED_AT_EVENT",
                        "/signedOn",
                        Map.of(
                                "signedOn", signed.toString(),
                                "from", event.from().toString(),
                                "to", last.toString())))
                : Stream.empty();
    }

    /** V35: units that there are, each once, the reporting one among them, together 100 %. */
    private static Stream<Finding> shares(SignedProjectFields fields, Context context) {
        if (fields.shares().isEmpty()) {
            return Stream.empty();
        }
        List<String> units = fields.shares().stream().map(Share::unitCode).toList();
        BigDecimal sum = fields.shares().stream()
                .map(share -> share.percent() == null ? BigDecimal.ZERO : share.percent())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Text problem = null;
        if (!context.units().containsAll(units)) {
            problem = new Text("有不存在的填报单位代码", "a unit's code is not known");
        } else if (Set.copyOf(units).size() < units.size()) {
            problem = new Text("同一单位出现了两次", "a unit stands there twice");
        } else if (!units.contains(fields.unitCode())) {
            problem = new Text("应包括填报单位本身", "the reporting unit is missing");
        } else if (sum.compareTo(HUNDRED) != 0) {
            problem = new Text(
                    "合计应为 100%，现为 " + sum.stripTrailingZeros().toPlainString() + "%",
                    "must be 100 % together, not " + sum.stripTrailingZeros().toPlainString() + " %");
        }
        return problem == null ? Stream.empty() : Stream.of(Finding.of("V35", "/shares", Map.of("problem", problem)));
    }

    /** V25: how it was started, and a photograph of it, once. */
    private static Stream<Finding> startShown(SignedProjectFields fields, Context context) {
        if (!fields.stage().hasReached(Stage.STARTED)) {
            return Stream.empty();
        }
        List<Finding> findings = new ArrayList<>();
        if (!context.start().kind()) {
            findings.add(start(new Text(
                    "已开工，请在更新阶段时填写开工类型（建安、设备购置或开业）；无法填写的请说明",
                    "It has started: state with the stage in which way, or say why not")));
        }
        if (!context.start().photographed()) {
            findings.add(start(new Text(
                    "已开工，请上传一张现场照片（用途选“现场照片”）；暂时没有的请说明",
                    "It has started: add a photograph, or say why there is none")));
        }
        return findings.stream();
    }

    private static Stream<Finding> merged(SignedProjectFields fields, Context context) {
        return merged(fields, context.into()).stream();
    }

    /** What is merged goes on with another of the unit's own. */
    static List<Finding> merged(SignedProjectFields fields, @Nullable UUID into) {
        Field field = FORM.field("mergedInto");
        if (fields.stage() != Stage.MERGED || into != null) {
            return List.of();
        }
        return fields.mergedInto() == null
                ? List.of(Finding.of("REQUIRED", field.pointer(), Map.of("label", field.label())))
                : List.of(Finding.of(
                        "CODE", field.pointer(), Map.of("label", field.label(), "value", fields.mergedInto())));
    }

    private static Finding start(Text problem) {
        return Finding.of("V25", "/stage", Map.of("problem", problem));
    }

    /**
     * V23: why a stage may not be written; empty where it may.
     *
     * @param reason that is given; null for none
     */
    static List<Finding> stageStep(Stage from, Stage to, @Nullable String reason) {
        return from.owesReason(to) && reason == null
                ? List.of(Finding.of("V23", "/stage", Map.of("from", from.label(), "to", to.label())))
                : List.of();
    }
}
