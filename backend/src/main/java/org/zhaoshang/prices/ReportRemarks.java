package org.zhaoshang.prices;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.steps.ReturnNotice;

/** The remarks with which a report goes back: on its prices, or on items that have none. */
final class ReportRemarks {
    private static final Text REASON = new Text("退回理由", "reason");

    private ReportRemarks() {}

    /** @throws org.zhaoshang.shared.http.Problem 400 with every one that is on nothing of the report, or has no reason of readable length */
    static List<ReturnNotice.Remark> read(@Nullable List<ReturnNotice.@Nullable Remark> given, List<Price> prices) {
        Set<String> places = Stream.concat(
                        prices.stream().filter(price -> !price.state().isOpen()).map(price -> "/prices/" + price.id()),
                        FactorItems.all().stream().map(item -> "/items/" + item.code()))
                .collect(Collectors.toSet());
        return ReturnNotice.remarks(given, places::contains, pointer -> REASON);
    }
}
