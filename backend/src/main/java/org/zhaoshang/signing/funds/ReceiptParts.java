package org.zhaoshang.signing.funds;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhaoshang.shared.time.CityClock;

/** What an upload of receipts works with. */
@ApplicationScoped
class ReceiptParts {
    private final FundReceipts receipts;
    private final ReceiptProjects projects;
    private final ReceiptInput input;
    private final ReceiptFindings findings;
    private final ReceiptJournal journal;
    private final CityClock clock;

    ReceiptParts(
            FundReceipts receipts,
            ReceiptProjects projects,
            ReceiptInput input,
            ReceiptFindings findings,
            ReceiptJournal journal,
            CityClock clock) {
        this.receipts = receipts;
        this.projects = projects;
        this.input = input;
        this.findings = findings;
        this.journal = journal;
        this.clock = clock;
    }

    FundReceipts receipts() {
        return receipts;
    }

    ReceiptProjects projects() {
        return projects;
    }

    ReceiptInput input() {
        return input;
    }

    ReceiptFindings findings() {
        return findings;
    }

    ReceiptJournal journal() {
        return journal;
    }

    CityClock clock() {
        return clock;
    }
}
