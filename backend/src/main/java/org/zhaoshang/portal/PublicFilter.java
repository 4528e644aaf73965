package org.zhaoshang.portal;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.search.Conditions;

/** What the public list can be narrowed by; the same for pages and files. Comma is "or". Read by hand: what is wrong is 400. */
class PublicFilter {
    @QueryParam("q")
    @Size(max = 100)
    @Parameter(description = "Any substring of two or more characters of name, code, content, place, unit, industry")
    @Nullable
    String q;

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    @QueryParam("locationCode")
    @Nullable
    String locationCode;

    @QueryParam("industryCode")
    @Nullable
    String industryCode;

    @QueryParam("groupCode")
    @Nullable
    String groupCode;

    @QueryParam("callYear")
    @Nullable
    String callYear;

    @QueryParam("minInvestmentYuan")
    @Nullable
    String minInvestmentYuan;

    @QueryParam("maxInvestmentYuan")
    @Nullable
    String maxInvestmentYuan;

    @QueryParam("sort")
    @Parameter(
            schema =
                    @Schema(
                            enumeration = {"-publishedAt", "-totalInvestmentYuan", "totalInvestmentYuan", "name"},
                            defaultValue = "-publishedAt"))
    @Nullable
    String sort;

    Conditions conditions() {
        Conditions conditions = new Conditions()
                .text("q", "p", q)
                .oneOf("unitCode", "p.unit_code", unitCode)
                .oneOf("locationCode", "p.location_code", locationCode)
                .oneOf("industryCode", "p.industry_code", industryCode)
                .oneOf("groupCode", "p.group_code", groupCode)
                .wholeNumbers("callYear", "p.call_year", callYear)
                .number("minInvestmentYuan", "p.total_investment_yuan", ">=", minInvestmentYuan)
                .number("maxInvestmentYuan", "p.total_investment_yuan", "<=", maxInvestmentYuan);
        if (PublicOrder.of(sort).isEmpty()) {
            conditions.refuse("sort", new Text("没有这种排序", "no such order"));
        }
        return conditions;
    }

    PublicOrder order() {
        return PublicOrder.of(sort).orElse(PublicOrder.NEWEST);
    }

    /** A page of the list. */
    static class Paged extends PublicFilter {
        @QueryParam("limit")
        @Parameter(
                schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "1000", defaultValue = "50"))
        @Nullable
        String limit;

        @QueryParam("cursor")
        @Nullable
        String cursor;

        @QueryParam("count")
        @Parameter(schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
        @Nullable
        String count;

        @Override
        Conditions conditions() {
            Conditions conditions = super.conditions();
            if (limit != null && (!limit.matches("\\d{1,4}") || limit() < 1 || limit() > Page.MAX_LIMIT)) {
                conditions.refuse("limit", new Text("应为 1 到 1000 的整数", "must be a whole number from 1 to 1000"));
            }
            if (count != null && !count.equals("true") && !count.equals("false")) {
                conditions.refuse("count", new Text("应为 true 或 false", "must be true or false"));
            }
            return conditions;
        }

        int limit() {
            return limit == null ? Page.DEFAULT_LIMIT : Integer.parseInt(limit);
        }

        boolean isCounted() {
            return "true".equals(count);
        }
    }
}
