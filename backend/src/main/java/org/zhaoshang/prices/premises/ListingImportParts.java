package org.zhaoshang.prices.premises;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhaoshang.shared.time.CityClock;

/** What an upload of premises or parcels works with. */
@ApplicationScoped
class ListingImportParts {
    private final Listings listings;
    private final ListingForms forms;
    private final ListingFindings findings;
    private final ListingJournal journal;
    private final ListingRows rows;
    private final WriteListing write;
    private final CityClock clock;

    ListingImportParts(
            Listings listings,
            ListingForms forms,
            ListingFindings findings,
            ListingJournal journal,
            ListingRows rows,
            WriteListing write,
            CityClock clock) {
        this.listings = listings;
        this.forms = forms;
        this.findings = findings;
        this.journal = journal;
        this.rows = rows;
        this.write = write;
        this.clock = clock;
    }

    Listings listings() {
        return listings;
    }

    ListingForms forms() {
        return forms;
    }

    ListingFindings findings() {
        return findings;
    }

    ListingJournal journal() {
        return journal;
    }

    ListingRows rows() {
        return rows;
    }

    WriteListing write() {
        return write;
    }

    CityClock clock() {
        return clock;
    }
}
