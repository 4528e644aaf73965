package org.zhaoshang.signing.funds;

import static org.zhaoshang.shared.caller.Permission.*;

import org.zhaoshang.shared.caller.Caller;

/** What can be done to a receipt, and by whom. */
enum ReceiptAction {
    EDIT("edit", RECEIPTS_WRITE),
    /** What was entered in the region's system is told at any time. */
    ENTER("enter", RECEIPTS_WRITE),
    DELETE("delete", RECEIPTS_WRITE),
    REVIEW("review", RECEIPTS_REVIEW),
    RECOGNISE("recognise", RECEIPTS_REVIEW),
    JUDGE_PROOF("judgeProof", RECEIPTS_REVIEW);

    private final String word;
    private final String permission;

    ReceiptAction(String word, String permission) {
        this.word = word;
        this.permission = permission;
    }

    String word() {
        return word;
    }

    boolean isFor(Caller caller) {
        return caller.may(permission);
    }
}
