package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhaoshang.shared.fields.Reading;
import org.zhaoshang.shared.fields.RecordForm;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Form E between JSON and {@link ReceiptFields}. Whatever a project was called by, the fields hold its code. */
@ApplicationScoped
class ReceiptInput {
    private static final Text POSITIVE =
            new Text("应大于 0；冲减请在月度关闭后登记调减单", "must be more than 0: reduce a closed month by an adjustment");

    private final RecordForm<ReceiptFields> records;

    ReceiptInput(ObjectMapper json) {
        this.records = new RecordForm<>(
                ReceiptRules.FORM,
                (list, code) -> {
                    throw new IllegalArgumentException(list);
                },
                json,
                ReceiptFields.class,
                "signedProject",
                Set.of("unitCode"));
    }

    RecordForm<ReceiptFields> records() {
        return records;
    }

    /**
     * @param projects what is known of the projects that input may name, by each name
     * @throws Problem 400 for what can not be stored, and for a project that is none of the unit's
     */
    ReceiptFields create(Reading reading, String unitCode, Map<String, ReceiptProjects.Named> projects) {
        return sound(records.create(reading, unitCode), projects);
    }

    /** @throws Problem as {@link #create} */
    ReceiptFields merge(ReceiptFields present, Reading patch, Map<String, ReceiptProjects.Named> projects) {
        ReceiptFields merged = records.merge(present, patch);
        return merged.signedProject().equals(present.signedProject()) ? positive(merged) : sound(merged, projects);
    }

    private static ReceiptFields sound(ReceiptFields fields, Map<String, ReceiptProjects.Named> projects) {
        ReceiptProjects.Named project = projects.get(fields.signedProject());
        if (project == null) {
            throw Problem.badRequest(Finding.of(
                    "CODE",
                    "/signedProject",
                    Map.of(
                            "label",
                            ReceiptRules.FORM.field("signedProject").label(),
                            "value",
                            fields.signedProject())));
        }
        return positive(fields.of(project.code()));
    }

    private static ReceiptFields positive(ReceiptFields fields) {
        List<Finding> refused = new ArrayList<>();
        if (fields.amountYuan() != null && fields.amountYuan().signum() <= 0) {
            refused.add(notPositive("amountYuan", POSITIVE));
        }
        BigDecimal entered = fields.enteredAmountYuan();
        if (entered != null && entered.signum() < 0) {
            refused.add(notPositive("enteredAmountYuan", new Text("不能小于 0", "must not be negative")));
        }
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        return fields;
    }

    private static Finding notPositive(String name, Text problem) {
        return Finding.of(
                "FORMAT",
                "/" + name,
                Map.of("label", ReceiptRules.FORM.field(name).label(), "problem", problem));
    }
}
