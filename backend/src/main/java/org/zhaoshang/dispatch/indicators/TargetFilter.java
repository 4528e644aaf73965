package org.zhaoshang.dispatch.indicators;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.ListFilter;

/** What a list of targets can be narrowed by; the same for the page and for the export. Comma is "or". */
class TargetFilter extends ListFilter {
    @QueryParam("year")
    @Nullable
    String year;

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    @QueryParam("indicator")
    @Nullable
    String indicator;

    @QueryParam("sort")
    @DefaultValue("-year")
    String sort = "-year";

    static TargetFilter of(Map<String, String> given) {
        TargetFilter filter = new TargetFilter();
        filter.take(given);
        return filter;
    }
}
