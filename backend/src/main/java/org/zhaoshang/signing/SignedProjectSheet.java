package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.zhaoshang.bulk.RecordSheet;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.RecordForm;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.units.Units;

/** Signed projects as rows of their sheet, as an upload reads them. */
final class SignedProjectSheet {
    static final Text TITLE = new Text("签约项目", "Signed projects");

    static final RecordSheet SHEET = new RecordSheet(
            TITLE,
            SignedProjectForm.FORM,
            Form.load("signed-project-upload"),
            Set.of("通用", "签约", "调度", "编码", "指标"),
            List.of(
                    "id",
                    "version",
                    "currentKind",
                    "currentAmountYuan",
                    "currentOutsideYuan",
                    "currentInvestor",
                    "exitReason",
                    "exclusion",
                    "blocking",
                    "explaining",
                    "updatedAt",
                    "updatedBy",
                    "example"));

    private SignedProjectSheet() {}

    static ObjectNode row(String code, SignedProjectFields fields, RecordForm<SignedProjectFields> form, Units units) {
        return SHEET.row(
                code,
                form.document(fields)
                        .put("unitCode", units.nameOf(fields.unitCode()))
                        .put(ShareText.FIELD, ShareText.write(fields.shares(), units)),
                fields.justifications());
    }
}
