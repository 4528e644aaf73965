package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.PlainNumber;

/**
 * Carries out a change of receipts with all that belongs to it, in the caller's transaction: proofs are claimed, findings
 * counted, the trail written, the bureau told of a proof that came twice.
 */
@ApplicationScoped
class ReceiptJournal {
    private final FundReceipts receipts;
    private final ReceiptProjects projects;
    private final ReceiptInput input;
    private final ReceiptFindings findings;
    private final Proofs proofs;
    private final ReceiptNotices notices;
    private final Trail trail;

    ReceiptJournal(
            FundReceipts receipts,
            ReceiptProjects projects,
            ReceiptInput input,
            ReceiptFindings findings,
            Proofs proofs,
            ReceiptNotices notices,
            Trail trail) {
        this.receipts = receipts;
        this.projects = projects;
        this.input = input;
        this.findings = findings;
        this.proofs = proofs;
        this.notices = notices;
        this.trail = trail;
    }

    static Subject subject(FundReceipt receipt) {
        return new Subject("receipt", receipt.id().toString(), receipt.unitCode());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void created(Caller who, FundReceipt receipt, @Nullable String reason) {
        receipts.persistAndFlush(receipt);
        settle(List.of(receipt));
        receipts.getEntityManager().refresh(receipt);
        receipt.judged(findings.of(receipt));
        receipts.flush();
        trail.change(
                who, subject(receipt), "create", reason, receipt.version(), NullNode.getInstance(), document(receipt));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void changed(Caller who, FundReceipt receipt, String action, @Nullable String reason, Runnable change) {
        ObjectNode before = document(receipt);
        change.run();
        receipts.flush();
        settle(List.of(receipt));
        receipts.getEntityManager().refresh(receipt);
        receipt.judged(findings.of(receipt));
        receipts.flush();
        trail.change(who, subject(receipt), action, reason, receipt.version(), before, document(receipt));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void deleted(Caller who, FundReceipt receipt, @Nullable String reason) {
        ObjectNode before = document(receipt);
        proofs.release(List.of(receipt.id()));
        receipts.delete(receipt);
        receipts.flush();
        trail.change(who, subject(receipt), "delete", reason, receipt.version() + 1, before, NullNode.getInstance());
    }

    /** Many new receipts of one unit, judged already. */
    @Transactional(Transactional.TxType.MANDATORY)
    void createdAll(Caller who, List<FundReceipt> lot, String reason) {
        receipts.insertAll(lot);
        settle(lot);
        trail.changes(
                who,
                "create",
                reason,
                lot.stream()
                        .map(receipt -> written(receipt, NullNode.getInstance()))
                        .toList());
    }

    /** Many receipts whose fields were revised and judged. @param before what each was */
    @Transactional(Transactional.TxType.MANDATORY)
    void revisedAll(Caller who, List<FundReceipt> lot, List<ObjectNode> before, String action, String reason) {
        receipts.updateAll(lot);
        settle(lot);
        List<Trail.Changed> changed = new ArrayList<>(lot.size());
        for (int at = 0; at < lot.size(); at++) {
            changed.add(written(lot.get(at), before.get(at)));
        }
        trail.changes(who, action, reason, changed);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void deletedAll(Caller who, List<FundReceipt> lot, String reason) {
        proofs.release(lot.stream().map(FundReceipt::id).toList());
        receipts.deleteAll(lot);
        trail.changes(
                who,
                "delete",
                reason,
                lot.stream()
                        .map(receipt -> new Trail.Changed(
                                subject(receipt),
                                receipt.version() + 1,
                                Change.between(document(receipt), NullNode.getInstance()),
                                NullNode.getInstance()))
                        .toList());
    }

    private void settle(List<FundReceipt> lot) {
        Set<java.util.UUID> bound =
                lot.stream().map(FundReceipt::signedProjectId).collect(Collectors.toSet());
        projects.bind(bound);
        notices.twice(proofs.claim(lot.stream().map(FundReceipt::id).toList()));
    }

    private Trail.Changed written(FundReceipt receipt, JsonNode before) {
        ObjectNode after = document(receipt);
        return new Trail.Changed(subject(receipt), receipt.version(), Change.between(before, after), after);
    }

    /** What the history keeps: the unit's fields and what stands beside them. */
    ObjectNode document(FundReceipt receipt) {
        ObjectNode document = input.records().document(receipt.fields());
        receipt.reviewedYuan().ifPresent(left -> document.put("reviewedYuan", PlainNumber.of(left)));
        receipt.cutReason().ifPresent(why -> document.put("cutReason", why));
        receipt.recognisedYuan().ifPresent(amount -> document.put("recognisedYuan", PlainNumber.of(amount)));
        receipt.recognisedOn().ifPresent(day -> document.put("recognisedOn", day.toString()));
        receipt.proofVerdict().ifPresent(verdict -> document.put("proofVerdict", verdict.name()));
        receipt.verdictReason().ifPresent(why -> document.put("verdictReason", why));
        return document;
    }
}
