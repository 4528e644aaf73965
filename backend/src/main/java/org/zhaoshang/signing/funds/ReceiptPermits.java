package org.zhaoshang.signing.funds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.WhyNot;

/** Decides whether an action may be done now: the same answer refuses the request and explains the greyed button. */
final class ReceiptPermits {
    private static final Text NOT_YOURS = new Text("您的角色不能执行此操作", "Your role may not do this");
    private static final Text UNREPORTED =
            new Text("尚未随月报报送，报送后再审核", "It was not reported yet: review it after its report came");
    private static final Text UNREVIEWED = new Text("请先审核", "Review it first");
    private static final Text TWIN =
            new Text("凭证号和金额与另一笔相同，请先裁定", "Another receipt has this proof and amount: judge that first");
    private static final Text NO_TWIN = new Text("没有凭证号和金额相同的另一笔", "No other receipt has this proof and amount");

    private ReceiptPermits() {}

    record Permitted(List<String> allowed, List<WhyNot> whyNot) {}

    /** @throws Problem 403 or 409 with the remedy */
    static void require(ReceiptAction action, FundReceipt receipt, Caller caller) {
        if (!action.isFor(caller)) {
            throw Problem.forbidden(NOT_YOURS);
        }
        refusal(action, receipt).ifPresent(why -> {
            throw Problem.conflict(
                    why, List.of(Finding.of(receipt.isLocked() ? "V08" : "STATE", "", Map.of("problem", why))));
        });
    }

    static Permitted of(FundReceipt receipt, Caller viewer, Language language) {
        List<String> allowed = new ArrayList<>();
        List<WhyNot> whyNot = new ArrayList<>();
        for (ReceiptAction action : ReceiptAction.values()) {
            if (action.isFor(viewer)) {
                refusal(action, receipt)
                        .ifPresentOrElse(
                                why -> whyNot.add(new WhyNot(
                                        action.word(), receipt.isLocked() ? "V08" : "STATE", why.in(language))),
                                () -> allowed.add(action.word()));
            }
        }
        return new Permitted(List.copyOf(allowed), List.copyOf(whyNot));
    }

    private static Optional<Text> refusal(ReceiptAction action, FundReceipt receipt) {
        return switch (action) {
            case EDIT, DELETE -> receipt.isLocked() ? Optional.of(locked(receipt)) : Optional.empty();
            case ENTER -> Optional.empty();
            case REVIEW ->
                receipt.reportedMonth().isEmpty()
                        ? Optional.of(UNREPORTED)
                        : receipt.isTwin() && receipt.proofVerdict().isEmpty() ? Optional.of(TWIN) : Optional.empty();
            case RECOGNISE -> receipt.reviewedYuan().isEmpty() ? Optional.of(UNREVIEWED) : Optional.empty();
            case JUDGE_PROOF -> receipt.isTwin() ? Optional.empty() : Optional.of(NO_TWIN);
        };
    }

    /** V08: what was reported is not lowered in silence. */
    static Text locked(FundReceipt receipt) {
        String month = receipt.reportedMonth().orElse("");
        return new Text(
                "已随 " + month + " 月报报送，不能修改；需要更正的，请市商务局退回月报，或在月度关闭后登记调增、调减",
                "Reported with " + month
                        + ": have the report sent back, or enter an adjustment once the month is closed");
    }
}
