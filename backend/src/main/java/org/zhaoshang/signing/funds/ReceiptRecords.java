package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.FormRecords;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.search.Keys;

/**
 * Receipts as an upload writes them. A row without code or external id is known by its project, proof and amount within the
 * unit: the same proof for another project is another row, which the rule then finds (V12).
 */
final class ReceiptRecords extends FormRecords<FundReceipt, ReceiptFields> {
    private static final String BETWEEN = "\n";

    private final ReceiptParts parts;
    private final Caller caller;
    private final Instant now;
    /** Projects by what the rows of this part call them. */
    private Map<String, ReceiptProjects.Named> projects = Map.of();
    /** Rows before, by proof and amount: a file may hold one proof twice. */
    private final Map<FundReceipts.Proof, Integer> rows = new HashMap<>();

    ReceiptRecords(ReceiptParts parts, Caller caller) {
        super(parts.input().records());
        this.parts = parts;
        this.caller = caller;
        this.now = parts.clock().now();
    }

    @Override
    public void prepare(String unitCode, List<ObjectNode> said) {
        Set<String> names = new HashSet<>();
        said.forEach(row -> {
            JsonNode name = row.path("signedProject");
            if (name.isTextual()) {
                names.add(name.textValue());
            }
        });
        projects = parts.projects().named(unitCode, names);
    }

    private void known(List<FundReceipt> stored) {
        Map<String, ReceiptProjects.Named> more = new HashMap<>(projects);
        stored.forEach(receipt -> more.putIfAbsent(
                receipt.fields().signedProject(),
                new ReceiptProjects.Named(
                        receipt.signedProjectId(), receipt.fields().signedProject())));
        projects = more;
    }

    @Override
    public ReceiptFields create(Reading reading, String unitCode) {
        return parts.input().create(reading, unitCode, projects);
    }

    @Override
    public ReceiptFields merge(FundReceipt record, Reading patch) {
        ReceiptFields to = parts.input().merge(record.fields(), patch, projects);
        WriteReceipt.requireOpen(record, to);
        return to;
    }

    @Override
    public @Nullable Text closed(FundReceipt record) {
        return null;
    }

    @Override
    public @Nullable Text kept(FundReceipt record) {
        return record.isLocked() ? ReceiptPermits.locked(record) : null;
    }

    @Override
    public @Nullable String key(ObjectNode values) {
        JsonNode project = values.path("signedProject");
        JsonNode amount = values.path("amountYuan");
        JsonNode number = values.path("proofNumber");
        String proof = Keys.textKey(number.isTextual() ? number.textValue() : null);
        if (!project.isTextual() || !amount.isNumber() || proof == null) {
            return null;
        }
        ReceiptProjects.Named named = projects.get(project.textValue());
        return String.join(
                BETWEEN,
                proof,
                amount.decimalValue().stripTrailingZeros().toPlainString(),
                named == null ? project.textValue() : named.code());
    }

    private static FundReceipts.Proof proof(String key) {
        String[] told = key.split(BETWEEN, 3);
        return new FundReceipts.Proof(told[0], new BigDecimal(told[1]));
    }

    @Override
    public List<FundReceipt> matching(
            String unitCode, Set<String> codes, Set<String> externalIds, Set<String> keys, boolean hold) {
        Set<FundReceipts.Proof> proofs = new HashSet<>();
        keys.forEach(key -> proofs.add(proof(key)));
        List<FundReceipt> found = parts.receipts().matching(unitCode, codes, externalIds, proofs, hold);
        known(found);
        return found;
    }

    @Override
    public List<Finding> refused(ReceiptFields fields, @Nullable FundReceipt record, int row) {
        FundReceipts.Proof proof = ReceiptFindings.proof(fields);
        Integer earlier = proof == null ? null : rows.putIfAbsent(proof, row);
        return earlier == null || earlier == row
                ? List.of()
                : List.of(Finding.of(
                        "V12",
                        "/proofNumber",
                        Map.of(
                                "problem",
                                new Text(
                                        "与第 " + earlier + " 行的凭证号和金额相同，请核对，重复的请删除",
                                        "Row " + earlier + " has the same proof and amount: correct or delete one"))));
    }

    @Override
    public List<List<Finding>> findings(List<Judged<FundReceipt, ReceiptFields>> lot) {
        return parts.findings()
                .of(
                        Objects.requireNonNull(caller.unitCode()),
                        lot.stream()
                                .map(judged -> new ReceiptFindings.Judged(judged.fields(), judged.record()))
                                .toList());
    }

    @Override
    public List<FundReceipt> created(
            List<Judged<FundReceipt, ReceiptFields>> lot, List<List<Finding>> findings, String reason) {
        List<String> codes = parts.receipts().nextCodes(Objects.requireNonNull(caller.unitCode()), lot.size());
        List<FundReceipt> made = new ArrayList<>(lot.size());
        for (int at = 0; at < lot.size(); at++) {
            ReceiptFields fields = lot.get(at).fields();
            FundReceipt receipt = new FundReceipt(codes.get(at), fields, project(fields), false, caller, now);
            receipt.judged(findings.get(at));
            made.add(receipt);
        }
        parts.journal().createdAll(caller, made, reason);
        return made;
    }

    @Override
    public void revised(
            List<Judged<FundReceipt, ReceiptFields>> lot, List<List<Finding>> findings, String action, String reason) {
        List<FundReceipt> changed = new ArrayList<>(lot.size());
        List<ObjectNode> before = new ArrayList<>(lot.size());
        for (int at = 0; at < lot.size(); at++) {
            FundReceipt receipt = Objects.requireNonNull(lot.get(at).record());
            before.add(parts.journal().document(receipt));
            ReceiptFields fields = lot.get(at).fields();
            receipt.revise(fields, project(fields), caller, now);
            receipt.judged(findings.get(at));
            changed.add(receipt);
        }
        parts.journal().revisedAll(caller, changed, before, action, reason);
    }

    /** What is taken back may return to a project that no row named. */
    private UUID project(ReceiptFields fields) {
        ReceiptProjects.Named named = projects.get(fields.signedProject());
        return named != null
                ? named.id()
                : Objects.requireNonNull(parts.projects()
                                .named(fields.unitCode(), List.of(fields.signedProject()))
                                .get(fields.signedProject()))
                        .id();
    }

    @Override
    public void deleted(List<FundReceipt> lot, String reason) {
        parts.journal().deletedAll(caller, lot, reason);
    }
}
