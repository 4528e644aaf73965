package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.Necessity;
import org.zhaoshang.shared.fields.PlausibleAmount;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.search.Keys;

/** The rules on a receipt: pure functions; severities and texts are in {@code data/rules.csv}. */
final class ReceiptRules {
    static final Form FORM = Form.load("receipt");

    private ReceiptRules() {}

    /**
     * What the rules must know of the project and of its other receipts.
     *
     * @param agreedYuan all that is agreed today; null for nothing
     * @param others what the project's other receipts sum to
     */
    record Of(
            @Nullable LocalDate signedOn,
            @Nullable BigDecimal agreedYuan,
            @Nullable String investor,
            BigDecimal others) {}

    /**
     * @param document the fields as JSON
     * @param namesake code of another receipt of the unit with this proof and amount; null for none
     */
    record Context(
            ObjectNode document, Of project, @Nullable String namesake, LocalDate today) {}

    private static final List<BiFunction<ReceiptFields, Context, Stream<Finding>>> RULES = List.of(
            ReceiptRules::required,
            ReceiptRules::plausible,
            ReceiptRules::daysInOrder,
            ReceiptRules::proofOnce,
            ReceiptRules::beyondAgreed,
            ReceiptRules::registeredCapital,
            ReceiptRules::payerDiffers,
            ReceiptRules::entered);

    static List<Finding> check(ReceiptFields fields, Context context) {
        List<Finding> findings = new ArrayList<>();
        RULES.forEach(rule -> rule.apply(fields, context).forEach(findings::add));
        return List.copyOf(findings);
    }

    private static Stream<Finding> required(ReceiptFields fields, Context context) {
        return FORM.fields().stream()
                .filter(field -> field.necessity() == Necessity.REQUIRED)
                .filter(field -> isEmpty(context.document().path(field.name())))
                .map(field -> Finding.of("REQUIRED", field.pointer(), Map.of("label", field.label())));
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** V04: an amount may be typed in the wrong unit of measure. */
    private static Stream<Finding> plausible(ReceiptFields fields, Context context) {
        return PlausibleAmount.check(FORM.field("amountYuan"), fields.amountYuan(), null).stream();
    }

    /** V11, and the same of the day of entry. */
    private static Stream<Finding> daysInOrder(ReceiptFields fields, Context context) {
        List<Finding> findings = new ArrayList<>();
        LocalDate received = fields.receivedOn();
        LocalDate entered = fields.enteredOn();
        LocalDate signed = context.project().signedOn();
        toCome("receivedOn", received, context.today(), findings);
        toCome("enteredOn", entered, context.today(), findings);
        if (received != null && signed != null && received.isBefore(signed)) {
            findings.add(Finding.of(
                    "V11",
                    "/receivedOn",
                    Map.of(
                            "problem",
                            new Text(
                                    "到位日期 " + received + " 早于签约日期 " + signed + "，请核对",
                                    received + " is before the signing on " + signed + ": check both"))));
        }
        if (entered != null && received != null && entered.isBefore(received)) {
            findings.add(Finding.of(
                    "V11",
                    "/enteredOn",
                    Map.of(
                            "problem",
                            new Text(
                                    "录入日期 " + entered + " 早于到位日期 " + received + "，请核对",
                                    "entered on " + entered + ", before it was received on " + received
                                            + ": check both"))));
        }
        return findings.stream();
    }

    private static void toCome(String name, @Nullable LocalDate day, LocalDate today, List<Finding> findings) {
        if (day != null && day.isAfter(today)) {
            Text label = FORM.field(name).label();
            findings.add(Finding.of(
                    "V11",
                    "/" + name,
                    Map.of(
                            "problem",
                            new Text(
                                    "“" + label.zh() + "”" + day + " 晚于今天，请核对",
                                    label.en() + " " + day + " is still to come: check it"))));
        }
    }

    /** V12 within the unit; a proof that another unit has is told to the bureau alone. */
    private static Stream<Finding> proofOnce(ReceiptFields fields, Context context) {
        String other = context.namesake();
        return other == null
                ? Stream.empty()
                : Stream.of(Finding.of(
                        "V12",
                        "/proofNumber",
                        Map.of(
                                "problem",
                                new Text(
                                        "同一凭证号和金额已在 " + other + " 登记，请核对凭证号和金额，重复的请删除",
                                        "This proof and amount is entered already as " + other
                                                + ": correct it, or delete the second one"))));
    }

    private static Stream<Finding> beyondAgreed(ReceiptFields fields, Context context) {
        BigDecimal agreed = context.project().agreedYuan();
        BigDecimal amount = fields.amountYuan();
        if (agreed == null || amount == null) {
            return Stream.empty();
        }
        BigDecimal total = context.project().others().add(amount);
        return total.compareTo(agreed) <= 0
                ? Stream.empty()
                : Stream.of(Finding.of(
                        "V10", "/amountYuan", Map.of("total", Money.inWords(total), "agreed", Money.inWords(agreed))));
    }

    private static Stream<Finding> registeredCapital(ReceiptFields fields, Context context) {
        return fields.proofKind() != null && fields.proofKind().contains("验资")
                ? Stream.of(Finding.of("V13", "/proofKind"))
                : Stream.empty();
    }

    private static Stream<Finding> payerDiffers(ReceiptFields fields, Context context) {
        String payer = fields.payer();
        String investor = context.project().investor();
        return payer == null || investor == null || Keys.key(payer).equals(Keys.key(investor))
                ? Stream.empty()
                : Stream.of(Finding.of("PAYER_DIFFERS", "/payer", Map.of("payer", payer, "investor", investor)));
    }

    /** An amount in the region's system has its day, and a day its amount. */
    private static Stream<Finding> entered(ReceiptFields fields, Context context) {
        String owed = fields.enteredAmountYuan() != null && fields.enteredOn() == null
                ? "enteredOn"
                : fields.enteredAmountYuan() == null && fields.enteredOn() != null ? "enteredAmountYuan" : null;
        return owed == null
                ? Stream.empty()
                : Stream.of(Finding.of(
                        "REQUIRED", "/" + owed, Map.of("label", FORM.field(owed).label())));
    }
}
