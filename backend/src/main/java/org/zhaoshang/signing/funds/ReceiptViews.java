package org.zhaoshang.signing.funds;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.SignedProjects;
import org.zhaoshang.units.Units;

/** Shows a receipt to the present caller in the present language. */
@ApplicationScoped
class ReceiptViews {
    private final ReceiptFindings findings;
    private final Proofs proofs;
    private final SignedProjects projects;
    private final Units units;
    private final CurrentCaller caller;
    private final CurrentLanguage language;

    ReceiptViews(
            ReceiptFindings findings,
            Proofs proofs,
            SignedProjects projects,
            Units units,
            CurrentCaller caller,
            CurrentLanguage language) {
        this.findings = findings;
        this.proofs = proofs;
        this.projects = projects;
        this.units = units;
        this.caller = caller;
        this.language = language;
    }

    /** The receipt with its version as ETag. */
    RestResponse<ReceiptView> answer(FundReceipt receipt) {
        return RestResponse.ResponseBuilder.ok(of(receipt))
                .tag(Revision.tag(receipt.version()))
                .build();
    }

    ReceiptView of(FundReceipt receipt) {
        Language spoken = language.get();
        ReceiptPermits.Permitted permitted = ReceiptPermits.of(receipt, caller.get(), spoken);
        return new ReceiptView(
                receipt.id(),
                receipt.code(),
                receipt.version(),
                receipt.fields(),
                units.nameOf(receipt.unitCode()),
                receipt.signedProjectId(),
                projects.findByIdOptional(receipt.signedProjectId())
                        .orElseThrow()
                        .fields()
                        .name(),
                receipt.reviewedYuan().orElse(null),
                receipt.cutReason().orElse(null),
                receipt.reviewedAt().map(CityClock::local).orElse(null),
                receipt.reviewedBy().orElse(null),
                receipt.recognisedYuan().orElse(null),
                receipt.recognisedOn().orElse(null),
                twin(receipt),
                receipt.proofVerdict().orElse(null),
                receipt.verdictReason().orElse(null),
                receipt.reportedMonth().orElse(null),
                receipt.isLocked(),
                receipt.isExample(),
                findings.of(receipt).stream().map(finding -> finding.in(spoken)).toList(),
                CityClock.local(receipt.createdAt()),
                receipt.createdBy(),
                CityClock.local(receipt.updatedAt()),
                receipt.updatedBy(),
                permitted.allowed(),
                permitted.whyNot());
    }

    private ReceiptView.@Nullable Twin twin(FundReceipt receipt) {
        boolean all = caller.scope().seesOtherUnits();
        return receipt.isTwin()
                ? proofs.twins(receipt.id()).stream()
                        .filter(twin -> all || twin.firstUnit().equals(receipt.unitCode()))
                        .map(twin -> new ReceiptView.Twin(
                                twin.firstCode(), twin.firstUnit(), units.nameOf(twin.firstUnit())))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
