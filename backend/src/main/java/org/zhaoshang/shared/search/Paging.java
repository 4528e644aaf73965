package org.zhaoshang.shared.search;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.Text;

/** The parameters that every list has. Read by hand: what is wrong with them is 400 and not, as by the framework, 404. */
public class Paging {
    @QueryParam("limit")
    @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "1000", defaultValue = "50"))
    public @Nullable String limit;

    @QueryParam("cursor")
    public @Nullable String cursor;

    @QueryParam("count")
    @Parameter(schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    public @Nullable String count;

    /** Adds what can not be read to the findings of the conditions. */
    public Conditions check(Conditions conditions) {
        if (limit != null && (!limit.matches("\\d{1,4}") || limit() < 1 || limit() > Page.MAX_LIMIT)) {
            conditions.refuse("limit", new Text("应为 1 到 1000 的整数", "must be a whole number from 1 to 1000"));
        }
        if (count != null && !count.equals("true") && !count.equals("false")) {
            conditions.refuse("count", new Text("应为 true 或 false", "must be true or false"));
        }
        return conditions;
    }

    public int limit() {
        return limit == null ? Page.DEFAULT_LIMIT : Integer.parseInt(limit);
    }

    public boolean isCounted() {
        return "true".equals(count);
    }
}
