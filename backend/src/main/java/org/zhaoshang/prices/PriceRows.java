package org.zhaoshang.prices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.zhaoshang.bulk.RecordSheet;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.units.Units;

/** Prices as rows of the sheet, as an upload reads them. */
@ApplicationScoped
class PriceRows {
    static final RecordSheet SHEET = new RecordSheet(
            new Text("生产要素价格", "Factor prices"),
            PriceForm.FORM,
            Set.of("通用", "要素"),
            List.of(
                    "id",
                    "version",
                    "state",
                    "reportYear",
                    "blocking",
                    "explaining",
                    "submittedAt",
                    "acceptedAt",
                    "updatedAt",
                    "updatedBy",
                    "example"));

    private final PriceForm form;
    private final Units units;

    PriceRows(PriceForm form, Units units) {
        this.form = form;
        this.units = units;
    }

    ObjectNode row(String code, PriceFields fields) {
        return SHEET.row(
                code, form.document(fields).put("unitCode", units.nameOf(fields.unitCode())), fields.justifications());
    }
}
