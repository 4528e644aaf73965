package org.zhaoshang.signing.funds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.signing.Origin;

class ReceiptRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final LocalDate TODAY = LocalDate.parse("2021-04-20");

    @Test
    void findsNothingInWhatIsWhole() {
        assertThat(check(receipt("2021-04-01", 1_000_000, "示例投资公司", "银行进账单", null)))
                .isEmpty();
    }

    @Test
    void asksForAllThatIsOwed() {
        ReceiptFields bare = new ReceiptFields(
                null, "150622", "S-1", null, null, null, null, null, null, null, null, null, null, List.of());
        assertThat(check(bare))
                .allMatch(finding -> finding.rule().equals("REQUIRED"))
                .extracting(Finding::pointer)
                .containsExactly(
                        "/receivedOn",
                        "/amountYuan",
                        "/origin",
                        "/payer",
                        "/form",
                        "/use",
                        "/proofKind",
                        "/proofNumber");
    }

    @Test
    void refusesMoneyBeforeTheAgreementAndMoneyToCome() {
        assertThat(check(receipt("2021-03-09", 1_000_000, "示例投资公司", "发票", null)))
                .extracting(Finding::rule, Finding::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("V11", "/receivedOn"));
        assertThat(check(receipt("2021-03-10", 1_000_000, "示例投资公司", "发票", null)))
                .isEmpty();
        assertThat(check(receipt("2021-04-20", 1_000_000, "示例投资公司", "发票", null)))
                .isEmpty();
        assertThat(check(receipt("2021-04-21", 1_000_000, "示例投资公司", "发票", null)))
                .extracting(Finding::rule)
                .containsExactly("V11");
    }

    @Test
    void asksForAWordWhereMoreCameThanWasAgreed() {
        // 240,000,000 before, 250,000,000 agreed.
        assertThat(check(receipt("2021-04-01", 10_000_000, "示例投资公司", "发票", null)))
                .isEmpty();
        assertThat(check(receipt("2021-04-01", 10_000_001, "示例投资公司", "发票", null)))
                .extracting(Finding::rule)
                .containsExactly("V10");
    }

    @Test
    void tellsRegisteredCapitalFromMoneyInPlace() {
        assertThat(check(receipt("2021-04-01", 1_000_000, "示例投资公司", "验资报告", null)))
                .extracting(Finding::rule)
                .containsExactly("V13");
    }

    @Test
    void comparesThePayerWithTheInvestorWhateverTheWidth() {
        assertThat(check(receipt("2021-04-01", 1_000_000, "示例 投资公司", "发票", null)))
                .isEmpty();
        assertThat(check(receipt("2021-04-01", 1_000_000, "别的公司", "发票", null)))
                .extracting(Finding::rule)
                .containsExactly("PAYER_DIFFERS");
    }

    @Test
    void asksForTheDayOfAnEntryAndForItsAmount() {
        assertThat(check(receipt("2021-04-01", 1_000_000, "示例投资公司", "发票", "2021-04-05")))
                .extracting(Finding::pointer)
                .containsExactly("/enteredAmountYuan");
        assertThat(check(receipt("2021-04-01", 1_000_000, "示例投资公司", "发票", "2021-03-31")))
                .extracting(Finding::rule)
                .containsExactly("V11", "REQUIRED");
    }

    @Test
    void namesTheReceiptThatHasTheProof() {
        ReceiptFields fields = receipt("2021-04-01", 1_000_000, "示例投资公司", "发票", null);
        List<Finding> findings = ReceiptRules.check(fields, context(fields, "ORD-FND-150622-0001"));
        assertThat(findings).extracting(Finding::rule).containsExactly("V12");
        assertThat(findings.getFirst()
                        .in(org.zhaoshang.shared.language.Language.ZH)
                        .message())
                .contains("ORD-FND-150622-0001");
    }

    private static ReceiptFields receipt(String on, long yuan, String payer, String proof, @Nullable String entered) {
        return new ReceiptFields(
                null,
                "150622",
                "S-1",
                LocalDate.parse(on),
                BigDecimal.valueOf(yuan),
                Origin.OUTSIDE_REGION,
                payer,
                FundForm.CASH,
                FundUse.CONSTRUCTION,
                proof,
                "No. 1",
                null,
                entered == null ? null : LocalDate.parse(entered),
                List.of());
    }

    private static List<Finding> check(ReceiptFields fields) {
        return ReceiptRules.check(fields, context(fields, null));
    }

    private static ReceiptRules.Context context(ReceiptFields fields, @Nullable String namesake) {
        ObjectNode document = JSON.valueToTree(fields);
        return new ReceiptRules.Context(
                document,
                new ReceiptRules.Of(
                        LocalDate.parse("2021-03-10"),
                        new BigDecimal("250000000"),
                        "示例投资公司",
                        new BigDecimal("240000000")),
                namesake,
                TODAY);
    }
}
