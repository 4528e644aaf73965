package org.zhaoshang.shared.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhaoshang.shared.sheet.Upload.words;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.sheet.Incoming.Column;
import org.zhaoshang.shared.sheet.Incoming.Row;

/** What a CSV file is understood as. */
class CsvIncomingTest {
    private static final String TEXT = "项目名称,总投资（万元）\r\n光伏组件,1200.5\r\n";

    private static String json(Row row) {
        assertThat(row.refused()).as(words(row)).isEmpty();
        return row.values().toString();
    }

    /** One column beside the name, one cell. */
    private static Row cell(String header, String cell) {
        return Upload.csv("项目名称\t" + header, "甲\t" + cell).row();
    }

    private static String value(String header, String cell) {
        Row row = cell(header, cell);
        assertThat(row.refused()).as(words(row)).isEmpty();
        row.values().remove("name");
        return row.values().properties().iterator().next().getValue().toString();
    }

    private static String refusal(String header, String cell) {
        Row row = cell(header, cell);
        assertThat(row.values().size()).isEqualTo(1);
        return words(row);
    }

    @Test
    void readsWhatChineseOfficesSave() {
        String read = "{\"name\":\"光伏组件\",\"totalInvestmentYuan\":12005000.0}";
        assertThat(json(Upload.csv(TEXT, StandardCharsets.UTF_8, null).row())).isEqualTo(read);
        assertThat(json(Upload.csv("\uFEFF" + TEXT, StandardCharsets.UTF_8, null)
                        .row()))
                .isEqualTo(read);
        assertThat(json(Upload.csv(TEXT, StandardCharsets.UTF_8, "UTF-8").row()))
                .isEqualTo(read);
        assertThat(json(Upload.csv(TEXT, StrictText.GB18030, null).row())).isEqualTo(read);
        assertThat(json(Upload.csv(TEXT, StrictText.GB18030, "gb18030").row())).isEqualTo(read);
        assertThat(json(Upload.csv(TEXT, StrictText.GB18030, "GBK").row())).isEqualTo(read);
        assertThat(json(Upload.csv(TEXT.replace(',', ';'), StandardCharsets.UTF_8, null)
                        .row()))
                .isEqualTo(read);
        assertThat(json(Upload.csv(TEXT.replace(',', '\t'), StandardCharsets.UTF_8, null)
                        .row()))
                .isEqualTo(read);
    }

    @Test
    void neverGuessesAnEncoding() {
        assertThat(Upload.csv(TEXT, StandardCharsets.UTF_16, null).refusal()).contains("UTF-16", "另存为“CSV UTF-8");
        assertThat(Upload.csv(TEXT, StandardCharsets.UTF_16LE, null).refusal()).contains("UTF-16");
        assertThat(Upload.csv(TEXT, StandardCharsets.UTF_8, "utf-16").refusal()).contains("UTF-16");
        assertThat(Upload.csv(TEXT, StandardCharsets.UTF_8, "koi8-r").refusal()).contains("不支持编码“koi8-r”");
        assertThat(Upload.csv(TEXT, StrictText.GB18030, "utf-8").refusal()).contains("charset=gb18030");
        assertThat(Upload.csv(TEXT, StandardCharsets.UTF_8, "gb18030").refusal())
                .contains("charset=utf-8");
        byte[] damaged = ("项目名称\r\n第一个\r\n第二个\r\n").getBytes(StandardCharsets.UTF_8);
        damaged[damaged.length - 4] = (byte) 0xFF;
        assertThat(Upload.of(Upload.CSV, damaged).refusal()).contains("第 3 行起", "既不是完整的 UTF-8");
    }

    @Test
    void matchesHeadersAsPeopleWriteThem() {
        for (String header : List.of(
                "总投资（万元）",
                "总投资(万元)",
                "总投资 （ 万元 ）",
                "＊总投资【万元】",
                "总投资万元",
                "总投资：万元",
                "Total Investment (10,000 yuan)",
                "总投资额（万元）")) {
            Column column = Upload.csv("项目名称,\"" + header + "\"").columns().get(1);
            assertThat(column.field()).as(header).isEqualTo("totalInvestmentYuan");
            assertThat(column.factor()).as(header).isEqualByComparingTo("10000");
            assertThat(column.header()).isEqualTo(header.strip());
        }
        assertThat(Upload.csv("NAME,totalinvestmentyuan,建设地点").columns())
                .extracting(Column::field)
                .startsWith("name", "totalInvestmentYuan", "locationCode");
    }

    @Test
    void knowsTheColumnsOfficesKeepThatCarryNothing() {
        Upload upload = Upload.csv("序号,项目名称,投资方,所属领域（六大类）,投资强度（万元/亩）,备注,储备状态,NO.", "1,甲,乙公司,现代能源经济,300,见附件,已入库,1");
        assertThat(upload.columns())
                .extracting(Column::field)
                .containsExactly(null, "name", "investor", null, null, null, null, null);
        assertThat(upload.columns())
                .extracting(Column::carriesNothing)
                .containsExactly(true, false, false, true, true, false, true, true);
        assertThat(upload.row().leftOut()).containsExactly("1", "现代能源经济", "300", "见附件", "已入库", "1");
    }

    @Test
    void readsTheTableThatANoticeWasTakenFrom() {
        assertThat(Upload.csv(
                                "project_name,investor,unit_code,industry_group,sub_industry,content_short,"
                                        + "total_investment_100m_yuan,land_mu,annual_output_100m_yuan,annual_tax_100m_yuan,jobs")
                        .columns())
                .extracting(Column::field)
                .containsExactly(
                        "name",
                        "investor",
                        "unitCode",
                        null,
                        "industryCode",
                        "summary",
                        "totalInvestmentYuan",
                        "landAreaMu",
                        "annualOutputYuan",
                        "annualTaxYuan",
                        "jobs");
        assertThat(value("total_investment_100m_yuan", "1.5")).isEqualTo("150000000.0");
    }

    @Test
    void knowsTheUnitsOfEachQuantity() {
        Map.of(
                        "总投资（元）", "3",
                        "总投资（千元）", "3000",
                        "总投资（百万元）", "3000000",
                        "总投资（亿元）", "300000000",
                        "拟用地面积（公顷）", "45",
                        "拟用地面积（平方米）", "0.0045",
                        "用水需求（万吨/年）", "30000",
                        "用电（万千瓦时/年）", "30000",
                        "用电需求（度）", "3",
                        "综合能耗（万吨标准煤/年）", "30000")
                .forEach((header, value) -> assertThat(
                                cell(header, "3").values().elements())
                        .toIterable()
                        .as(header)
                        .anySatisfy(number -> assertThat(number.decimalValue()).isEqualByComparingTo(value)));
    }

    @Test
    void asksForMissingAndUnknownUnitsAllAtOnce() {
        Upload upload = Upload.csv("项目名称,总投资,年产值（亿美元）,用电需求,拟用地面积（亩）,totalInvestmentYuan（万元）,jobs");
        assertThat(upload.refused().findings()).extracting(Finding::rule).contains("UNIT_MISSING");
        assertThat(upload.refusal())
                .contains("列“总投资”没有写明能识别的计量单位，请在表头注明，如“总投资（万元）”", "年产值（亿美元）", "用电需求（万千瓦时/年）", "totalInvestmentYuan（万元）")
                .doesNotContain("列“拟用地面积");
        Upload told = Upload.csv("项目名称,总投资", "甲,3").with(new Mapping(Map.of("totalInvestmentYuan", "亿元"), Map.of()));
        assertThat(told.row().values().get("totalInvestmentYuan").decimalValue())
                .isEqualByComparingTo("300000000");
        assertThat(told.columns().get(1).unit()).isEqualTo("亿元");
        assertThat(Upload.csv("项目名称,总投资")
                        .with(new Mapping(Map.of("totalInvestmentYuan", "公斤"), Map.of()))
                        .refusal())
                .contains("不能按“公斤”读取字段“totalInvestmentYuan”");
    }

    @Test
    void keepsUnknownColumnsInSightAndLeavesOursOut() {
        Upload upload = Upload.csv("序号,项目名称,神秘列,状态,处理结果,问题", "1,甲,乙,草稿,已更新,无");
        assertThat(upload.columns()).extracting(Column::header).containsExactly("序号", "项目名称", "神秘列");
        assertThat(upload.columns()).extracting(Column::field).containsExactly(null, "name", null);
        assertThat(json(upload.row())).isEqualTo("{\"name\":\"甲\"}");
        assertThat(json(upload.with(new Mapping(Map.of(), Map.of("神秘列", "investor")))
                        .row()))
                .isEqualTo("{\"name\":\"甲\",\"investor\":\"乙\"}");
        assertThat(upload.with(new Mapping(Map.of(), Map.of("神秘列", "name", "项目名称", "")))
                        .row()
                        .values())
                .hasToString("{\"name\":\"乙\"}");
        assertThat(upload.with(new Mapping(Map.of(), Map.of("神秘列", "nothing"))).refusal())
                .contains("没有字段“nothing”");
    }

    @Test
    void refusesOneFieldTwiceAndAHeaderWithoutAName() {
        assertThat(Upload.csv("项目名称,办公电话,contactPhone").refusal()).contains("列“办公电话”和列“contactPhone”是同一个字段");
        assertThat(Upload.csv("地址,电话", "甲,乙").refusal()).contains("没有找到表头", "“项目名称”", "地址、电话");
        assertThat(Upload.csv("2021年项目汇总表,", ",", "项目名称,所属园区", "甲,乙").row().number())
                .isEqualTo(4);
    }

    @Test
    void readsNumbersExactly() {
        assertThat(value("总投资（万元）", "1,200.50")).isEqualTo("12005000.00");
        assertThat(value("总投资（万元）", "１２００．５")).isEqualTo("12005000.0");
        assertThat(value("总投资（亿元）", "0.1")).isEqualTo("10000000.0");
        assertThat(value("jobs", "1,234,567")).isEqualTo("1234567");
        assertThat(value("经度", "-109.781")).isEqualTo("-109.781");
        assertThat(value("总投资（万元）", "")).isEqualTo("null");
        assertThat(value("总投资（万元）", " 　 ")).isEqualTo("null");
    }

    @Test
    void refusesWhatOnlyLooksLikeANumber() {
        assertThat(refusal("总投资（万元）", "1.2亿")).contains("“总投资”", "“1.2亿”带有单位", "应填 12000");
        assertThat(refusal("总投资（万元）", "500万元")).contains("应填 500");
        assertThat(refusal("总投资（万元）", "1.2E+08")).contains("科学计数法");
        assertThat(refusal("总投资（万元）", "NaN")).contains("不是数字");
        assertThat(refusal("总投资（万元）", "Infinity")).contains("不是数字");
        for (String text : List.of(
                "12,00", "1,2,3", "1,2345", ",100", "1.", ".5", "1.2.3", "--1", "-", "/", "无", "１２a", "0x10", "٣",
                "1 200")) {
            assertThat(refusal("总投资（万元）", text)).as(text).contains("不是数字");
        }
        assertThat(refusal("总投资（万元）", "9".repeat(5000))).contains("太长");
    }

    @Test
    void readsDays() {
        Form calls = Form.load("call");
        for (String text : List.of(
                "2021-04-10",
                "2021/4/10",
                "2021年4月10日",
                "2021.04.10",
                "２０２１－４－１０",
                "2021/4/10 0:00:00",
                "2021-04-10 00:00")) {
            Row row = Upload.csv("征集年度,征集名称,报送截止日期", "2021,甲," + text).as(calls).row();
            assertThat(row.values().path("deadline").textValue()).as(text).isEqualTo("2021-04-10");
        }
        for (String text : List.of(
                "2021-4",
                "2021年4月",
                "21-4-10",
                "4/10/2021",
                "2021/4-10",
                "2021-04-10 12:30",
                "20210410",
                "44296",
                "明天",
                "2021-04-100",
                "2021-04-10x")) {
            Row row = Upload.csv("征集年度,征集名称,报送截止日期", "2021,甲," + text).as(calls).row();
            assertThat(words(row)).as(text).contains("“报送截止日期”的格式不对：应为日期，如 2021-04-10");
        }
        assertThat(words(Upload.csv("征集年度,征集名称,报送截止日期", "2021,甲,2021-02-30")
                        .as(calls)
                        .row()))
                .contains("没有这一天：2021-02-30");
    }

    @Test
    void readsFlagsAndCodes() {
        for (String yes : List.of("是", "√", "TRUE", "true", "yes")) {
            assertThat(value("inGuide", yes)).as(yes).isEqualTo("true");
        }
        assertThat(value("inGuide", "否")).isEqualTo("false");
        assertThat(refusal("inGuide", "也许")).contains("请填“是”或“否”");
        for (String text : List.of("3.3", "新材料", "3.3 新材料")) {
            assertThat(value("细分产业", text)).as(text).isEqualTo("\"3.3\"");
        }
        assertThat(refusal("细分产业", "炼金")).contains("“细分产业”中的“炼金”不在可选范围内");
        assertThat(value("相关产业", "新材料、1.4；3.1")).isEqualTo("[\"3.3\",\"1.4\",\"3.1\"]");
        assertThat(value("合作方式", "独资，合资;COOPERATION,其他"))
                .isEqualTo("[\"SOLE_PROPRIETORSHIP\",\"JOINT_VENTURE\",\"COOPERATION\",\"OTHER\"]");
        assertThat(refusal("合作方式", "独资、独占")).contains("“独占”");
    }

    @Test
    void takesOffTheApostropheThatKeepsFormulasFromRunning() {
        assertThat(value("联系人", "'=HYPERLINK()")).isEqualTo("\"=HYPERLINK()\"");
        assertThat(value("联系人", Cells.text("-1"))).isEqualTo("\"-1\"");
        assertThat(value("联系人", "'引号'")).isEqualTo("\"'引号'\"");
    }

    @Test
    void refusesRowsOfAnotherShapeAndKeepsTheRest() {
        List<Row> rows = Upload.csv("项目名称,所属园区,", "甲,乙", "丙,丁,,", "戊,己,庚", "辛", ",,", "\"壬\n癸\",子,")
                .rows();
        assertThat(rows).extracting(Row::number).containsExactly(2, 3, 4, 5, 7);
        assertThat(words(rows.get(0))).contains("第 2 行", "只有 2 个单元格，表头有 3 列");
        assertThat(json(rows.get(1))).isEqualTo("{\"name\":\"丙\",\"parkName\":\"丁\"}");
        assertThat(words(rows.get(2))).contains("第 C 列有内容，表头却没有列名");
        assertThat(words(rows.get(3))).contains("只有 1 个单元格");
        assertThat(json(rows.get(4))).contains("壬\\n癸");
        assertThat(rows.get(2).refused().getFirst().params())
                .containsEntry("row", 4)
                .containsEntry("column", "C");
    }

    @Test
    void refusesBrokenQuotations() {
        assertThat(Upload.csv("项目名称,所属园区", "甲,\"乙", "丙,丁").refusal()).contains("第 2 行起有一个双引号没有配对");
        assertThat(Upload.csv("项目名称,所属园区", "甲,乙", "\"丙\"丁,戊").refusal()).contains("第 2 行之后的一行双引号之后还有文字");
        assertThat(Upload.csv("\"项目\"名称").refusal()).contains("第 1 行双引号之后还有文字");
        assertThat(json(Upload.csv("项目名称", "\"管径5\"\"的\"").row())).contains("管径5\\\"的");
        assertThat(json(Upload.csv("项目名称", "管径5\"的").row())).contains("管径5\\\"的");
    }

    @Test
    void takesAHeaderAlone() {
        assertThat(Upload.csv("项目名称,总投资（万元）").rows()).isEmpty();
        assertThat(Upload.of(Upload.CSV, "项目名称").rows()).isEmpty();
    }

    @Test
    void namesTheCellThatIsToBlame() {
        Row row = Upload.csv("项目名称,总投资（万元）,inGuide", "甲,很多,也许").row();
        assertThat(row.refused()).extracting(Finding::pointer).containsExactly("/totalInvestmentYuan", "/inGuide");
        assertThat(row.refused().getFirst().params())
                .containsEntry("row", 2)
                .containsEntry("column", "总投资（万元）")
                .containsEntry("given", "很多");
        assertThat(row.values().toString()).isEqualTo("{\"name\":\"甲\"}");
    }
}
