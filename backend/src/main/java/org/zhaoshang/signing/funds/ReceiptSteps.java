package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** What the bureau does to a receipt: it leaves an amount, notes what the region recognised, judges a proof that came twice. */
@ApplicationScoped
class ReceiptSteps {
    static final Form REVIEW = Form.load("receipt-review");
    static final Form RECOGNITION = Form.load("receipt-recognition");
    static final Form VERDICT = Form.load("receipt-verdict");

    private static final Text IMPOSSIBLE = new Text("请核对金额", "Check the amount");

    private final ReceiptJournal journal;
    private final ReceiptNotices notices;
    private final CityClock clock;
    private final Body reviews;
    private final Body recognitions;
    private final Body verdicts;

    ReceiptSteps(ReceiptJournal journal, ReceiptNotices notices, CityClock clock, ObjectMapper json) {
        this.journal = journal;
        this.notices = notices;
        this.clock = clock;
        this.reviews = new Body(REVIEW, (list, code) -> false, json);
        this.recognitions = new Body(RECOGNITION, (list, code) -> false, json);
        this.verdicts = new Body(VERDICT, (list, code) -> false, json);
    }

    /** 审核 */
    @Schema(name = "ReceiptReview")
    record Review(
            @Nullable
            @Schema(description = "What is left of the declared amount; all of it where absent", examples = "8000000")
            BigDecimal reviewedYuan,

            @Nullable @Schema(maxLength = 500, description = "Owed when something is cut")
            String reason) {}

    /** 认定 */
    @Schema(name = "ReceiptRecognition")
    record Recognition(
            @Schema(required = true, description = "What the region recognises", examples = "8000000")
            BigDecimal recognisedYuan,

            @Schema(required = true, examples = "2021-04-15")
            LocalDate recognisedOn) {}

    /** 凭证裁定 */
    @Schema(name = "ReceiptProofVerdict")
    record Verdict(
            @Schema(required = true, description = "DISTINCT: both count. SAME: this one does not")
            FundReceipt.ProofVerdict verdict,

            @Schema(required = true, maxLength = 500) String reason) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void review(Caller who, FundReceipt receipt, @Nullable JsonNode body) {
        ReceiptPermits.require(ReceiptAction.REVIEW, receipt, who);
        Review review = reviews.create(body, Review.class);
        BigDecimal declared = receipt.fields().amountYuan();
        if (declared == null) {
            throw refused("/reviewedYuan", "申报金额还没有填写", "The declared amount is missing");
        }
        BigDecimal left = review.reviewedYuan() == null ? declared : review.reviewedYuan();
        if (left.signum() < 0 || left.compareTo(declared) > 0) {
            throw refused(
                    "/reviewedYuan",
                    "审核金额 " + Money.inWords(left) + " 应在 0 与申报金额 " + Money.inWords(declared) + " 之间",
                    Money.inWords(left) + " is not between 0 and the declared " + Money.inWords(declared));
        }
        boolean cut = left.compareTo(declared) < 0;
        if (cut && (review.reason() == null || review.reason().isBlank())) {
            throw Problem.badRequest(Finding.of(
                    "REQUIRED",
                    "/reason",
                    Map.of("label", REVIEW.field("reason").label())));
        }
        if (left.signum() > 0
                && receipt.proofVerdict()
                        .filter(verdict -> verdict == FundReceipt.ProofVerdict.SAME)
                        .isPresent()) {
            throw refused(
                    "/reviewedYuan", "凭证已裁定为重复，审核金额只能为 0", "Its proof is entered elsewhere: nothing of it counts");
        }
        journal.changed(who, receipt, "review", review.reason(), () -> {
            receipt.review(left, cut ? review.reason() : null, who, clock.now());
        });
        if (cut) {
            notices.cut(receipt, review.reason() == null ? "" : review.reason());
        }
    }

    private static Problem refused(String pointer, String zh, String en) {
        return Problem.unprocessable(
                IMPOSSIBLE, List.of(Finding.of("V08", pointer, Map.of("problem", new Text(zh, en)))));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void recognise(Caller who, FundReceipt receipt, @Nullable JsonNode body) {
        ReceiptPermits.require(ReceiptAction.RECOGNISE, receipt, who);
        Recognition recognition = recognitions.create(body, Recognition.class);
        if (recognition.recognisedYuan().signum() < 0) {
            throw refused("/recognisedYuan", "认定金额不能小于 0", "Less than nothing can not be recognised");
        }
        if (recognition.recognisedOn().isAfter(clock.today())) {
            throw refused("/recognisedOn", "认定日期不能晚于今天", "The day is still to come");
        }
        journal.changed(who, receipt, "recognise", null, () -> {
            receipt.recognise(recognition.recognisedYuan(), recognition.recognisedOn(), who, clock.now());
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void judgeProof(Caller who, FundReceipt receipt, @Nullable JsonNode body) {
        ReceiptPermits.require(ReceiptAction.JUDGE_PROOF, receipt, who);
        Verdict verdict = verdicts.create(body, Verdict.class);
        boolean same = verdict.verdict() == FundReceipt.ProofVerdict.SAME;
        journal.changed(who, receipt, "judgeProof", verdict.reason(), () -> {
            if (same) {
                // Nothing of it counts, whatever was left of it before.
                receipt.review(BigDecimal.ZERO, verdict.reason(), who, clock.now());
            }
            receipt.judgeProof(verdict.verdict(), verdict.reason(), who, clock.now());
        });
        if (same) {
            notices.judged(receipt, verdict.reason());
        }
    }
}
