package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** What an upload of signed projects works with. */
@ApplicationScoped
class SigningImportParts {
    private final SignedProjects projects;
    private final Agreements agreements;
    private final SignedProjectForm form;
    private final SignedProjectFindings findings;
    private final SignedProjectJournal journal;
    private final ReserveLink reserve;
    private final Units units;
    private final CityClock clock;

    SigningImportParts(
            SignedProjects projects,
            Agreements agreements,
            SignedProjectForm form,
            SignedProjectFindings findings,
            SignedProjectJournal journal,
            ReserveLink reserve,
            Units units,
            CityClock clock) {
        this.projects = projects;
        this.agreements = agreements;
        this.form = form;
        this.findings = findings;
        this.journal = journal;
        this.reserve = reserve;
        this.units = units;
        this.clock = clock;
    }

    SignedProjects projects() {
        return projects;
    }

    Agreements agreements() {
        return agreements;
    }

    SignedProjectForm form() {
        return form;
    }

    SignedProjectFindings findings() {
        return findings;
    }

    SignedProjectJournal journal() {
        return journal;
    }

    ReserveLink reserve() {
        return reserve;
    }

    /** For one upload. */
    ShareText shares() {
        return new ShareText(units);
    }

    CityClock clock() {
        return clock;
    }
}
