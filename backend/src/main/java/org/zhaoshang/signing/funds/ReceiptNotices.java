package org.zhaoshang.signing.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.zhaoshang.notifications.Audience;
import org.zhaoshang.notifications.Notice;
import org.zhaoshang.notifications.NoticeKind;
import org.zhaoshang.notifications.NoticeKinds;
import org.zhaoshang.notifications.Notifications;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.units.Units;

/** What people are told of the ledger. */
@ApplicationScoped
class ReceiptNotices implements NoticeKinds {
    /** More than the bureau reads one by one: an upload that brings more is told of by its first ones. */
    private static final int MOST = 20;

    private static final NoticeKind TWICE = new NoticeKind(
            "RECEIPT_PROOF_TWICE", new Text("同一凭证登记了两次", "A proof was entered twice"), Set.of(Role.BUREAU), true);
    private static final NoticeKind JUDGED = new NoticeKind(
            "RECEIPT_PROOF_JUDGED",
            new Text("到位资金凭证被裁定重复", "A proof was found to be entered elsewhere"),
            Role.OF_A_UNIT,
            true);
    private static final NoticeKind CUT =
            new NoticeKind("RECEIPT_CUT", new Text("到位资金被核减", "A receipt was cut"), Role.OF_A_UNIT, false);

    private final Notifications notifications;
    private final Units units;

    ReceiptNotices(Notifications notifications, Units units) {
        this.notifications = notifications;
        this.units = units;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(TWICE, JUDGED, CUT);
    }

    /** Only the bureau learns that units have one proof between them; a unit's own twins are told to it by the rule. */
    @Transactional(Transactional.TxType.MANDATORY)
    void twice(List<Proofs.Twins> twins) {
        List<Notice> told = twins.stream()
                .filter(twin -> !twin.unitCode().equals(twin.firstUnit()))
                .limit(MOST)
                .map(twin -> Notice.of(
                                TWICE,
                                Audience.bureau(),
                                "/receipts/" + twin.id(),
                                new Text(
                                        units.nameOf(twin.unitCode()) + "的 " + twin.code() + " 与"
                                                + units.nameOf(twin.firstUnit()) + "的 " + twin.firstCode()
                                                + " 凭证号和金额相同",
                                        twin.code() + " of " + units.nameOf(twin.unitCode()) + " has the proof of "
                                                + twin.firstCode() + " of " + units.nameOf(twin.firstUnit())))
                        .once("RECEIPT_PROOF_TWICE:" + twin.code() + ":" + twin.firstCode()))
                .toList();
        if (!told.isEmpty()) {
            notifications.tell(told);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void judged(FundReceipt receipt, String reason) {
        notifications.tell(Notice.of(
                        JUDGED,
                        Audience.unit(receipt.unitCode()),
                        "/receipts/" + receipt.id(),
                        new Text(
                                receipt.code() + " 的凭证已在别处登记，不计入",
                                "The proof of " + receipt.code() + " is entered elsewhere: it does not count"))
                .quoting(reason));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void cut(FundReceipt receipt, String reason) {
        notifications.tell(Notice.of(
                        CUT,
                        Audience.unit(receipt.unitCode()),
                        "/receipts/" + receipt.id(),
                        new Text(receipt.code() + " 的到位金额被核减", receipt.code() + " was cut"))
                .quoting(reason));
    }
}
