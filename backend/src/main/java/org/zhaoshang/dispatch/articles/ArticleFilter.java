package org.zhaoshang.dispatch.articles;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.ListFilter;

/** What a list of articles can be narrowed by. Comma is "or". */
class ArticleFilter extends ListFilter {
    @QueryParam("q")
    @Size(max = LONGEST)
    @Parameter(description = "Any substring of two or more characters of title and text")
    @Nullable
    String q;

    @QueryParam("month")
    @Parameter(schema = @Schema(implementation = String.class, examples = "2021-03"))
    @Nullable
    String month;

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    @QueryParam("kind")
    @Parameter(schema = @Schema(implementation = String.class, examples = "EXPERIENCE"))
    @Nullable
    String kind;

    @QueryParam("state")
    @Parameter(schema = @Schema(implementation = String.class, examples = "OFFERED"))
    @Nullable
    String state;

    @QueryParam("sort")
    @DefaultValue("-month")
    String sort = "-month";
}
