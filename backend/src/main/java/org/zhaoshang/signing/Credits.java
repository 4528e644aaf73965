package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.zhaoshang.shared.copy.CopyIn;

/** Keeps what each event is credited with, in the transaction that changes a project: totals are sums of stored rows. */
@ApplicationScoped
class Credits {
    private final EntityManager database;

    Credits(EntityManager database) {
        this.database = database;
    }

    /** @param further agreements by project; two statements for any number of projects */
    void rewrite(List<SignedProject> projects, Map<UUID, List<Agreement>> further) {
        if (projects.isEmpty()) {
            return;
        }
        database.createNativeQuery(
                        "delete from signing_credits where signed_project_id = any(cast(:projects as uuid[]))")
                .setParameter(
                        "projects", projects.stream().map(SignedProject::id).toArray(UUID[]::new))
                .executeUpdate();
        CopyIn.copy(
                database,
                "signing_credits (signed_project_id, place, event_code, agreement_kind, part, unit_code, projects,"
                        + " amount_yuan, outside_yuan, valid_from, valid_to)",
                target -> {
                    for (SignedProject project : projects) {
                        int place = 0;
                        List<Agreement> agreements = further.getOrDefault(project.id(), List.of());
                        for (Attribution.Credit credit : of(project, agreements)) {
                            String reporting = project.unitCode();
                            List<Share> shares = project.fields().shares();
                            Map<String, BigDecimal> amounts = Shares.split(credit.amountYuan(), reporting, shares);
                            Map<String, BigDecimal> outside = Shares.split(credit.outsideYuan(), reporting, shares);
                            for (Map.Entry<String, BigDecimal> amount : amounts.entrySet()) {
                                String unit = amount.getKey();
                                target.cell(project.id())
                                        .cell(place++)
                                        .cell(credit.event())
                                        .cell(credit.kind())
                                        .cell(credit.part())
                                        .cell(unit)
                                        .cell(unit.equals(reporting) ? credit.projects() : 0)
                                        .cell(amount.getValue())
                                        .cell(outside.get(unit))
                                        .cell(credit.from())
                                        .cell(credit.to() == null ? "infinity" : credit.to())
                                        .endRow();
                            }
                        }
                    }
                });
    }

    /** None for what lacks a required fact, and for what was found to be the same as another. */
    static List<Attribution.Credit> of(SignedProject project, List<Agreement> further) {
        SignedProjectFields fields = project.fields();
        AgreementKind kind = fields.agreementKind();
        LocalDate signedOn = fields.signedOn();
        BigDecimal amount = fields.agreedAmountYuan();
        boolean duplicate =
                project.exclusion().filter(Exclusion.DUPLICATE::equals).isPresent();
        if (duplicate || !project.isCounted() || kind == null || signedOn == null || amount == null) {
            return List.of();
        }
        BigDecimal outside = Objects.requireNonNullElse(fields.agreedOutsideYuan(), BigDecimal.ZERO);
        List<Attribution.Signing> signings = new ArrayList<>();
        signings.add(new Attribution.Signing(fields.eventCode(), kind, signedOn, amount, outside, false));
        further.stream().map(Agreement::signing).forEach(signings::add);
        return Attribution.of(signings, fields.stage() == Stage.MERGED ? fields.stageOn() : null);
    }
}
