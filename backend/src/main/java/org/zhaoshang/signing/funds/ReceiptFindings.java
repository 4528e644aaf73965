package org.zhaoshang.signing.funds;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.search.Keys;
import org.zhaoshang.shared.time.CityClock;

/** Gathers what the rules must know and asks them: the one way to a receipt's findings, for one and for a thousand. */
@ApplicationScoped
class ReceiptFindings {
    private final FundReceipts receipts;
    private final ReceiptProjects projects;
    private final ReceiptInput input;
    private final CityClock clock;

    ReceiptFindings(FundReceipts receipts, ReceiptProjects projects, ReceiptInput input, CityClock clock) {
        this.receipts = receipts;
        this.projects = projects;
        this.input = input;
        this.clock = clock;
    }

    /** @param stored the receipt that the fields belong to; null for one that does not exist yet */
    record Judged(ReceiptFields fields, @Nullable FundReceipt stored) {}

    List<Finding> of(FundReceipt receipt) {
        return of(receipt.unitCode(), List.of(new Judged(receipt.fields(), receipt)))
                .getFirst();
    }

    /** Judges many of one unit, in the order of their entry, with as many queries as one takes. */
    List<List<Finding>> of(String unitCode, List<Judged> lot) {
        Set<UUID> judged = lot.stream()
                .map(Judged::stored)
                .filter(Objects::nonNull)
                .map(FundReceipt::id)
                .collect(Collectors.toSet());
        Map<String, ReceiptProjects.Facts> facts = projects.facts(
                lot.stream().map(one -> one.fields().signedProject()).collect(Collectors.toSet()), judged);
        Map<String, BigDecimal> sums = new HashMap<>();
        lot.forEach(one -> sums.merge(one.fields().signedProject(), amount(one.fields()), BigDecimal::add));
        Map<FundReceipts.Proof, List<FundReceipts.Holder>> holders = receipts.holders(
                unitCode,
                lot.stream()
                        .map(one -> proof(one.fields()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        List<List<Finding>> all = new ArrayList<>(lot.size());
        for (Judged one : lot) {
            ReceiptFields fields = one.fields();
            ReceiptProjects.Facts project = facts.getOrDefault(
                    fields.signedProject(), new ReceiptProjects.Facts(null, null, null, BigDecimal.ZERO));
            BigDecimal others = project.receivedYuan()
                    .add(sums.getOrDefault(fields.signedProject(), BigDecimal.ZERO))
                    .subtract(amount(fields));
            List<Finding> findings = new ArrayList<>(ReceiptRules.check(
                    fields,
                    new ReceiptRules.Context(
                            input.records().document(fields),
                            new ReceiptRules.Of(project.signedOn(), project.agreedYuan(), project.investor(), others),
                            namesake(one, holders),
                            clock.today())));
            judgedTheSame(one.stored()).forEach(findings::add);
            all.add(List.copyOf(findings));
        }
        return all;
    }

    private static BigDecimal amount(ReceiptFields fields) {
        return Objects.requireNonNullElse(fields.amountYuan(), BigDecimal.ZERO);
    }

    static FundReceipts.@Nullable Proof proof(ReceiptFields fields) {
        String key = Keys.textKey(fields.proofNumber());
        BigDecimal amount = fields.amountYuan();
        return key == null || amount == null ? null : new FundReceipts.Proof(key, amount.stripTrailingZeros());
    }

    /** The older one keeps the proof; the bureau may have found that both are right. */
    private static @Nullable String namesake(Judged one, Map<FundReceipts.Proof, List<FundReceipts.Holder>> holders) {
        FundReceipts.Proof proof = proof(one.fields());
        FundReceipt stored = one.stored();
        boolean settled = stored != null
                && stored.proofVerdict().isPresent()
                && stored.fields().hasSameMoney(one.fields());
        return proof == null || settled
                ? null
                : holders.getOrDefault(proof, List.of()).stream()
                        .takeWhile(holder -> stored == null || !holder.id().equals(stored.id()))
                        .map(FundReceipts.Holder::code)
                        .findFirst()
                        .orElse(null);
    }

    private static List<Finding> judgedTheSame(@Nullable FundReceipt stored) {
        return stored == null
                        || stored.proofVerdict()
                                .filter(verdict -> verdict == FundReceipt.ProofVerdict.SAME)
                                .isEmpty()
                ? List.of()
                : List.of(Finding.of(
                        "V12",
                        "/proofNumber",
                        Map.of(
                                "problem",
                                new Text(
                                        "市商务局裁定该凭证已在别处登记（"
                                                + stored.verdictReason().orElse("") + "），本笔不计入；请更正或删除",
                                        "The bureau found this proof entered elsewhere ("
                                                + stored.verdictReason().orElse("")
                                                + "): it does not count; correct or delete it"))));
    }
}
