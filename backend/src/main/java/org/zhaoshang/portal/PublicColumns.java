package org.zhaoshang.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.zhaoshang.prices.premises.ListingForms;
import org.zhaoshang.prices.premises.ListingKind;
import org.zhaoshang.prices.premises.ListingState;
import org.zhaoshang.projects.ProjectForm;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.sheet.Cell;

/** The columns of each public sheet. */
final class PublicColumns {
    private static final List<PublicColumn> PROJECTS = Stream.of(
                    Stream.of(PublicColumn.of("code", "项目编号"), field(ProjectForm.FORM, "name")),
                    place("建设地点"),
                    fields(ProjectForm.FORM, "parkName", "address"),
                    Stream.of(PublicColumn.of("groupName", "产业类别"), PublicColumn.of("industryName", "细分产业")),
                    fields(
                            ProjectForm.FORM,
                            "summary",
                            "content",
                            "totalInvestmentYuan",
                            "fixedInvestmentYuan",
                            "fundsSoughtYuan",
                            "landAreaMu"),
                    Stream.of(PublicColumn.of("investmentIntensityWanPerMu", "投资强度（万元/亩）")),
                    fields(
                            ProjectForm.FORM,
                            "waterDemandTonPerYear",
                            "powerDemandKwhPerYear",
                            "energyTonCePerYear",
                            "annualOutputYuan",
                            "annualTaxYuan",
                            "jobs",
                            "cooperationModes",
                            "preparation",
                            "contactOffice",
                            "contactPhone",
                            "longitude",
                            "latitude",
                            "callYear"),
                    times())
            .flatMap(columns -> columns)
            .toList();

    private static final Form G = ListingForms.form(ListingKind.PREMISES);
    private static final List<PublicColumn> PREMISES = Stream.of(
                    Stream.of(PublicColumn.of("code", "编号"), field(G, "name")),
                    place("行政区划"),
                    fields(G, "kind", "parkName", "address"),
                    Stream.of(state()),
                    fields(G, "floorAreaSqm", "freeAreaSqm"),
                    Stream.of(PublicColumn.of("utilisationPct", "利用率（%）")),
                    fields(
                            G,
                            "landAreaMu",
                            "structure",
                            "storeys",
                            "storeyHeightM",
                            "spanM",
                            "floorLoadTonPerSqm",
                            "crane",
                            "powerKva",
                            "utilities",
                            "offer",
                            "rentYuanPerSqmMonth",
                            "salePriceYuan"),
                    Stream.of(PublicColumn.of("priceOnRequest", "面议", value -> yes(value.asBoolean()))),
                    fields(G, "titleClear", "idleSince", "suitableFor", "ownerOffice", "ownerPhone"),
                    fields(G, "longitude", "latitude"),
                    verification(),
                    times())
            .flatMap(columns -> columns)
            .toList();

    private static final Form H = ListingForms.form(ListingKind.LAND_PARCEL);
    private static final List<PublicColumn> LAND_PARCELS = Stream.of(
                    Stream.of(PublicColumn.of("code", "编号"), field(H, "parcelNo")),
                    place("行政区划"),
                    fields(H, "location"),
                    Stream.of(state()),
                    fields(H, "areaSqm", "areaMu", "landUse", "landUseNote", "termYears"),
                    fields(H, "plotRatio", "buildingDensityPct", "greenPct", "heightLimitM"),
                    Stream.of(PublicColumn.of("investmentIntensityWanPerMu", "投资强度要求（万元/亩）")),
                    fields(H, "startPriceYuan"),
                    Stream.of(PublicColumn.of("startPriceWanPerMu", "起始价（万元/亩）")),
                    fields(H, "standardLand", "noticeNo", "contactOffice", "contactPhone", "longitude", "latitude"),
                    verification(),
                    times())
            .flatMap(columns -> columns)
            .toList();

    private static final List<PublicColumn> FACTOR_PRICES = Stream.of(
                    Stream.of(
                            PublicColumn.of("code", "编号"),
                            PublicColumn.of("unitName", "填报单位"),
                            PublicColumn.of("parkName", "园区"),
                            PublicColumn.of("itemName", "价格项目"),
                            PublicColumn.of("condition", "适用条件"),
                            PublicColumn.of("termYears", "土地年限（年）"),
                            PublicColumn.of("priceLow", "价格下限"),
                            PublicColumn.of("priceHigh", "价格上限"),
                            PublicColumn.of("unitOfMeasure", "计量单位"),
                            PublicColumn.of("validFrom", "执行日期"),
                            PublicColumn.of("validTo", "有效期止"),
                            PublicColumn.of("composition", "构成"),
                            PublicColumn.of("sourceDocument", "依据文件")),
                    times())
            .flatMap(columns -> columns)
            .toList();

    private PublicColumns() {}

    static List<PublicColumn> of(PublicKind kind) {
        return switch (kind) {
            case PROJECTS -> PROJECTS;
            case FACTOR_PRICES -> FACTOR_PRICES;
            case PREMISES -> PREMISES;
            case LAND_PARCELS -> LAND_PARCELS;
        };
    }

    static List<Cell> cells(PublicKind kind, JsonNode document) {
        return of(kind).stream().map(column -> column.in(document)).toList();
    }

    private static PublicColumn field(Form form, String name) {
        return PublicColumn.of(form, name);
    }

    private static Stream<PublicColumn> fields(Form form, String... names) {
        return Stream.of(names).map(name -> PublicColumn.of(form, name));
    }

    private static Stream<PublicColumn> place(String location) {
        return Stream.of(PublicColumn.of("unitName", "填报单位"), PublicColumn.of("locationName", location));
    }

    private static PublicColumn state() {
        return PublicColumn.of(
                "state",
                "状态",
                value -> Cell.of(ListingState.valueOf(value.asText()).label().zh()));
    }

    private static Stream<PublicColumn> verification() {
        return Stream.of(PublicColumn.of("verifiedUntil", "核实有效期至"), PublicColumn.of("unverifiedSince", "未核实起始"));
    }

    private static Stream<PublicColumn> times() {
        return Stream.of(
                PublicColumn.of("publishedAt", "发布时间"), PublicColumn.of("updatedAt", "更新时间"), PublicColumn.example());
    }

    private static Cell yes(boolean flag) {
        return Cell.of(flag ? "是" : "");
    }
}
