package org.zhaoshang.signing.funds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** What a set of columns must be like, beyond what its form says. */
final class FundColumnSetRules {
    static final Form FORM = Form.load("fund-column-set");

    private FundColumnSetRules() {}

    /** Whether an entry of one of the form's lists exists. */
    static boolean isKnown(String list, String code) {
        return list.equals(FundColumn.CODES) && FundColumn.find(code).isPresent();
    }

    static List<Finding> refused(FundColumnSetFields set) {
        List<Finding> refused = new ArrayList<>();
        if (set.columns().isEmpty()) {
            refused.add(Finding.of(
                    "REQUIRED",
                    "/columns",
                    Map.of("label", FORM.field("columns").label())));
        }
        Map<String, Integer> first = new HashMap<>();
        for (int at = 0; at < set.columns().size(); at++) {
            FundColumnSetFields.Column chosen = set.columns().get(at);
            FundColumn column = FundColumn.find(chosen.field()).orElseThrow();
            Text label = column.field().label();
            Integer before = first.putIfAbsent(chosen.field(), at);
            if (before != null && !chosen.field().equals(FundColumn.BLANK)) {
                refused.add(format(at, "field", twice(label, before + 1)));
            }
            if (column.isMoney() && chosen.unit() == null) {
                refused.add(format(
                        at,
                        "unit",
                        new Text(
                                "“" + label.zh() + "”是金额，请选择元、万元或亿元",
                                "“" + label.en() + "” is money: say YUAN, WAN or YI")));
            }
            if (!column.isMoney() && chosen.unit() != null) {
                refused.add(format(
                        at,
                        "unit",
                        new Text(
                                "“" + label.zh() + "”不是金额，请去掉金额单位",
                                "“" + label.en() + "” is no money: leave the unit out")));
            }
        }
        return refused;
    }

    private static Text twice(Text label, int column) {
        return new Text(
                "“" + label.zh() + "”已在第 " + column + " 栏，每个字段只用一次，请删去其中一栏",
                "“" + label.en() + "” is column " + column + " already: take one of them out");
    }

    private static Finding format(int at, String name, Text problem) {
        return Finding.of(
                "FORMAT",
                "/columns/" + at + "/" + name,
                Map.of("label", FORM.field("columns/" + name).label(), "problem", problem));
    }
}
