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
        refusal(action, receipt).ifPresent(refusal -> {
            throw Problem.conflict(
                    refusal.why(), List.of(Finding.of(refusal.rule(), "", Map.of("problem", refusal.why()))));
        });
    }

    static Permitted of(FundReceipt receipt, Caller viewer, Language language) {
        List<String> allowed = new ArrayList<>();
        List<WhyNot> whyNot = new ArrayList<>();
        for (ReceiptAction action : ReceiptAction.values()) {
            if (action.isFor(viewer)) {
                refusal(action, receipt)
                        .ifPresentOrElse(
                                refusal -> whyNot.add(new WhyNot(
                                        action.word(),
                                        refusal.rule(),
                                        refusal.why().in(language))),
                                () -> allowed.add(action.word()));
            }
        }
        return new Permitted(List.copyOf(allowed), List.copyOf(whyNot));
    }

    private record Refusal(String rule, Text why) {}

    private static Optional<Refusal> refusal(ReceiptAction action, FundReceipt receipt) {
        return switch (action) {
            case EDIT, DELETE -> when(receipt.isLocked(), "V08", locked(receipt));
            case ENTER -> Optional.empty();
            case REVIEW ->
                when(receipt.reportedMonth().isEmpty(), "STATE", UNREPORTED)
                        .or(() ->
                                when(receipt.isTwin() && receipt.proofVerdict().isEmpty(), "V12", TWIN));
            case RECOGNISE -> when(receipt.reviewedYuan().isEmpty(), "STATE", UNREVIEWED);
            case JUDGE_PROOF -> when(!receipt.isTwin(), "STATE", NO_TWIN);
        };
    }

    private static Optional<Refusal> when(boolean refused, String rule, Text why) {
        return refused ? Optional.of(new Refusal(rule, why)) : Optional.empty();
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
