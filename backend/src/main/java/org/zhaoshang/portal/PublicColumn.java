package org.zhaoshang.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zhaoshang.projects.ProjectForm;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.sheet.Cells;

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
    private final String header;

    PublicColumn(String name, String header) {
        this.name = name;
        this.header = header;
    }

    PublicColumn(String name) {
        this(name, header(ProjectForm.FORM.field(name)));
    }

    static List<String> headers() {
        return Arrays.stream(values()).map(column -> column.header).toList();
    }

    static List<String> cells(JsonNode document) {
        List<String> cells = new ArrayList<>();
        for (PublicColumn column : values()) {
            cells.add(column.cell(document.path(column.name)));
        }
        return cells;
    }

    private String cell(JsonNode value) {
        if (this == EXAMPLE) {
            return value.asBoolean() ? "示例" : "";
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return Cells.number(name.endsWith("Yuan") ? number.movePointLeft(4) : number);
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(option -> label(option.asText()))
                    .collect(Collectors.joining("、"));
        }
        return Cells.text(value.asText(""));
    }

    private String label(String option) {
        return ProjectForm.FORM.field(name).options().stream()
                .filter(known -> known.value().equals(option))
                .map(known -> known.label().zh())
                .findFirst()
                .orElse(option);
    }

    private static String header(Field field) {
        String unit = field.unit();
        return field.label().zh() + (unit == null ? "" : "（" + (unit.equals("元") ? "万元" : unit) + "）");
    }
}
