package org.zhaoshang.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.projects.ProjectForm;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.shared.sheet.Column;
import org.zhaoshang.shared.sheet.FieldColumn;

/** The columns of the public sheet, as Chinese offices write them: every quantity with its unit, amounts in 万元. */
enum PublicColumn {
    CODE("code", "项目编号"),
    NAME("name"),
    UNIT("unitName", "填报单位"),
    LOCATION("locationName", "建设地点"),
    PARK("parkName"),
    ADDRESS("address"),
    GROUP("groupName", "产业类别"),
    INDUSTRY("industryName", "细分产业"),
    SUMMARY("summary"),
    CONTENT("content"),
    TOTAL("totalInvestmentYuan"),
    FIXED("fixedInvestmentYuan"),
    FUNDS("fundsSoughtYuan"),
    LAND("landAreaMu"),
    INTENSITY("investmentIntensityWanPerMu", "投资强度（万元/亩）"),
    WATER("waterDemandTonPerYear"),
    POWER("powerDemandKwhPerYear"),
    ENERGY("energyTonCePerYear"),
    OUTPUT("annualOutputYuan"),
    TAX("annualTaxYuan"),
    JOBS("jobs"),
    COOPERATION("cooperationModes"),
    PREPARATION("preparation"),
    OFFICE("contactOffice"),
    PHONE("contactPhone"),
    LONGITUDE("longitude"),
    LATITUDE("latitude"),
    YEAR("callYear"),
    PUBLISHED("publishedAt", "发布时间"),
    UPDATED("updatedAt", "更新时间"),
    EXAMPLE("example", "备注");

    private final String name;
    private final @Nullable FieldColumn field;
    private final String header;

    PublicColumn(String name, String header) {
        this.name = name;
        this.field = null;
        this.header = header;
    }

    /** A field of the project's form, under its own label and unit. */
    PublicColumn(String name) {
        this.name = name;
        this.field = new FieldColumn(ProjectForm.FORM.field(name), (list, code) -> code);
        this.header = "";
    }

    static List<Column> columns() {
        return Arrays.stream(values()).map(PublicColumn::column).toList();
    }

    static List<Cell> cells(JsonNode document) {
        return Arrays.stream(values())
                .map(column -> column.cell(document.path(column.name)))
                .toList();
    }

    private Column column() {
        return field == null ? Column.of(header, 0) : field.in(Language.ZH);
    }

    private Cell cell(JsonNode value) {
        if (field != null) {
            return field.cell(value, Language.ZH);
        }
        if (this == EXAMPLE) {
            return Cell.of(value.asBoolean() ? "示例" : "");
        }
        return value.isNumber() ? Cell.of(value.decimalValue()) : Cell.of(value.asText(""));
    }
}
