package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.shared.time.CityClock;

/** The unit writes its fields: a receipt is entered or its fields change, whoever brings the input. */
@ApplicationScoped
class WriteReceipt {
    private final FundReceipts receipts;
    private final ReceiptProjects projects;
    private final ReceiptInput input;
    private final ReceiptJournal journal;
    private final CityClock clock;

    WriteReceipt(
            FundReceipts receipts,
            ReceiptProjects projects,
            ReceiptInput input,
            ReceiptJournal journal,
            CityClock clock) {
        this.receipts = receipts;
        this.projects = projects;
        this.input = input;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param project code of the project that the address names; null where the body does
     * @param example 示例: shown as such wherever it is shown
     * @throws Problem 400 for what can not be stored, 403 for another unit, 409 for a key that is taken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    FundReceipt create(
            Caller who, @Nullable JsonNode body, @Nullable String project, boolean example, @Nullable String reason) {
        Reading reading = input.records().read(body);
        if (project != null) {
            reading.values().put("signedProject", project);
        }
        String unit = reading.values().path("unitCode").asText(Objects.requireNonNullElse(who.unitCode(), ""));
        if (!who.belongsTo(unit)) {
            throw Problem.foreignUnit(unit);
        }
        Map<String, ReceiptProjects.Named> named = projects.named(unit, names(reading));
        ReceiptFields fields = input.create(reading, unit, named);
        requireKey(fields, null);
        UUID owner = named.values().stream()
                .filter(known -> known.code().equals(fields.signedProject()))
                .map(ReceiptProjects.Named::id)
                .findFirst()
                .orElseThrow();
        FundReceipt receipt =
                new FundReceipt(receipts.nextCodes(unit, 1).getFirst(), fields, owner, example, who, clock.now());
        journal.created(who, receipt, Reasons.optional(reason));
        return receipt;
    }

    private static List<String> names(Reading reading) {
        JsonNode name = reading.values().path("signedProject");
        return Stream.of(name)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    /**
     * A merge patch (RFC 7396); one that changes nothing leaves no trace.
     *
     * @throws Problem 400 for what can not be stored, 403 for another unit, 409 for a key that is taken and for what a report
     *     has told
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void revise(Caller who, FundReceipt receipt, @Nullable JsonNode patch, @Nullable String reason) {
        Reading reading = input.records().read(patch);
        String unit = reading.values().path("unitCode").asText(receipt.unitCode());
        if (!who.belongsTo(unit)) {
            throw Problem.foreignUnit(unit);
        }
        Map<String, ReceiptProjects.Named> named = projects.named(
                receipt.unitCode(),
                Stream.concat(
                                names(reading).stream(),
                                Stream.of(receipt.fields().signedProject()))
                        .toList());
        ReceiptFields to = input.merge(receipt.fields(), reading, named);
        if (to.equals(receipt.fields())) {
            return;
        }
        requireOpen(receipt, to);
        requireKey(to, receipt.id());
        UUID project = Objects.requireNonNull(named.get(to.signedProject())).id();
        journal.changed(who, receipt, "update", Reasons.optional(reason), () -> {
            receipt.revise(to, project, who, clock.now());
        });
    }

    /** @throws Problem 409 where a report has told of the money otherwise (V08) */
    static void requireOpen(FundReceipt receipt, ReceiptFields to) {
        if (receipt.isLocked() && !to.hasSameMoney(receipt.fields())) {
            Text why = ReceiptPermits.locked(receipt);
            throw Problem.conflict(why, List.of(Finding.of("V08", "", Map.of("problem", why))));
        }
    }

    private void requireKey(ReceiptFields fields, @Nullable UUID id) {
        if (receipts.externalIdTaken(fields, id)) {
            Text taken = new Text("本单位已有相同编号的记录", "your unit has a record with this key");
            throw Problem.conflict(
                    taken,
                    List.of(Finding.of(
                            "FORMAT",
                            "/externalId",
                            Map.of("label", ReceiptRules.FORM.label("/externalId"), "problem", taken))));
        }
    }
}
