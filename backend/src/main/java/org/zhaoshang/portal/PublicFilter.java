package org.zhaoshang.portal;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;

/** What the public list can be narrowed by; the same for pages and files. Comma is "or". Read by hand: what is wrong is 400. */
class PublicFilter {
    private static final List<Order<PublicRows.Row>> ORDERS = List.of(
            PublicRows.NEWEST,
            PublicRows.order("-totalInvestmentYuan", "p.total_investment_yuan", Cursor.Kind.NUMBER),
            PublicRows.order("totalInvestmentYuan", "p.total_investment_yuan", Cursor.Kind.NUMBER),
            // As a Chinese reader looks names up: by pinyin.
            PublicRows.order("name", "p.name collate \"zh-Hans-CN-x-icu\"", Cursor.Kind.TEXT));

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

    PublicSelection selection() {
        return new PublicSelection(PublicKind.PROJECTS, this::conditions, order());
    }

    private Conditions conditions() {
        Conditions conditions = new Conditions()
                .text("q", "p", q)
                .oneOf("unitCode", "p.unit_code", unitCode)
                .oneOf("locationCode", "p.location_code", locationCode)
                .oneOf("industryCode", "p.industry_code", industryCode)
                .oneOf("groupCode", "p.group_code", groupCode)
                .wholeNumbers("callYear", "p.call_year", callYear)
                .number("minInvestmentYuan", "p.total_investment_yuan", ">=", minInvestmentYuan)
                .number("maxInvestmentYuan", "p.total_investment_yuan", "<=", maxInvestmentYuan);
        Order.chosen(sort, ORDERS, conditions);
        return conditions;
    }

    /** The newest first where none is asked for. */
    private Order<PublicRows.Row> order() {
        return Order.chosen(sort, ORDERS, new Conditions());
    }
}
