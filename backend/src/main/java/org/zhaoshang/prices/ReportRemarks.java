package org.zhaoshang.prices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.projects.ReturnNotice;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** The remarks with which a report goes back: on its prices, or on items that have none. */
final class ReportRemarks {
    private static final int LONGEST_REASON = 500;
    private static final Text PLACE = new Text("退回的价格", "price to correct");
    private static final Text REASON = new Text("退回理由", "reason");

    private ReportRemarks() {}

    /** @throws Problem 400 with every one that is on nothing of the report, or has no reason of readable length */
    static List<ReturnNotice.Remark> read(@Nullable List<ReturnNotice.@Nullable Remark> given, List<Price> prices) {
        if (given == null) {
            return List.of();
        }
        Set<String> places = Stream.concat(
                        prices.stream().filter(price -> !price.state().isOpen()).map(price -> "/prices/" + price.id()),
                        FactorItems.all().stream().map(item -> "/items/" + item.code()))
                .collect(Collectors.toSet());
        List<Finding> refused = new ArrayList<>();
        for (int at = 0; at < given.size(); at++) {
            ReturnNotice.Remark remark = given.get(at);
            if (remark == null || remark.pointer() == null || !places.contains(remark.pointer())) {
                String value = remark == null ? "null" : String.valueOf(remark.pointer());
                refused.add(Finding.of(
                        "CODE",
                        "/fields/" + at + "/pointer",
                        Map.of("label", PLACE, "value", value.length() > 60 ? value.substring(0, 60) : value)));
            } else if (remark.reason() == null
                    || remark.reason().isBlank()
                    || remark.reason().length() > LONGEST_REASON
                    || remark.reason().codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
                refused.add(Finding.of("REQUIRED", "/fields/" + at + "/reason", Map.of("label", REASON)));
            }
        }
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        return given.stream().map(Objects::requireNonNull).toList();
    }
}
