package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.zhaoshang.bulk.RecordSheet;
import org.zhaoshang.shared.fields.RecordForm;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.units.Units;

/** Receipts as rows of their sheet, as an upload reads them. */
final class ReceiptSheet {
    static final Text TITLE = new Text("到位资金台账", "Ledger of funds");

    static final RecordSheet SHEET = new RecordSheet(
            TITLE,
            ReceiptRules.FORM,
            Set.of("通用", "资金"),
            List.of(
                    "id",
                    "version",
                    "signedProjectName",
                    "reviewedYuan",
                    "cutReason",
                    "recognisedYuan",
                    "recognisedOn",
                    "proofVerdict",
                    "verdictReason",
                    "reportedMonth",
                    "blocking",
                    "explaining",
                    "updatedAt",
                    "updatedBy",
                    "example"));

    private ReceiptSheet() {}

    static ObjectNode row(String code, ReceiptFields fields, RecordForm<ReceiptFields> form, Units units) {
        return SHEET.row(
                code, form.document(fields).put("unitCode", units.nameOf(fields.unitCode())), fields.justifications());
    }
}
