package org.zhaoshang.shared.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhaoshang.shared.sheet.Upload.words;

import org.junit.jupiter.api.Test;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.sheet.Incoming.Column;
import org.zhaoshang.shared.sheet.Incoming.Row;

/** What a workbook is understood as. */
class WorkbookIncomingTest {
    private static final String[] DAYS = {
        "yyyy-mm-dd",
        "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;",
        "0.0%",
        "[$-804]yyyy/m/d;@",
        "#,##0.00_ ;[Red]\\-#,##0.00\\ ",
        "0.00&quot;元/日&quot;",
        "h:mm"
    };

    private static Row cell(String header, String cell) {
        return SampleWorkbook.of("项目名称|" + header, "甲|" + cell)
                .formats(DAYS)
                .upload()
                .row();
    }

    private static String value(String header, String cell) {
        Row row = cell(header, cell);
        assertThat(row.refused()).as(words(row)).isEmpty();
        return row.values().properties().stream()
                .filter(member -> !member.getKey().equals("name"))
                .findFirst()
                .orElseThrow()
                .getValue()
                .toString();
    }

    private static String refusal(String header, String cell) {
        Row row = cell(header, cell);
        assertThat(row.values().size()).isEqualTo(1);
        return words(row);
    }

    private static String number(String stored, int format) {
        return "<c s=\"" + format + "\"><v>" + stored + "</v></c>";
    }

    @Test
    void findsTheTableBelowItsTitleOnTheFirstVisibleSheetThatHasOne() {
        Upload upload = new SampleWorkbook()
                .hidden("选项", "项目名称", "不是数据")
                .sheet("说明", "填表说明", "一、请如实填写")
                .sheet("项目", "2021年项目汇总表", "", "单位：准格尔旗", "项目名称|所属园区", "甲|大路", "|", "乙|")
                .upload();
        assertThat(upload.rows()).extracting(Row::number).containsExactly(5, 7);
        assertThat(upload.rows())
                .extracting(row -> row.values().toString())
                .containsExactly("{\"name\":\"甲\",\"parkName\":\"大路\"}", "{\"name\":\"乙\",\"parkName\":null}");
        assertThat(upload.columns()).extracting(Column::header).containsExactly("项目名称", "所属园区");
        assertThat(SampleWorkbook.of("名单|电话", "甲|1").upload().refusal()).contains("没有找到表头", "名单、电话");
        assertThat(SampleWorkbook.of("项目名称|总投资（万元）").upload().rows()).isEmpty();
    }

    @Test
    void tellsTheTableFromAListOfItsFields() {
        Upload upload = new SampleWorkbook()
                .sheet("填写说明", "列名|是否必填", "项目名称|必填", "所属园区|选填", "投资主体|选填")
                .sheet("项目", "项目名称|所属园区", "甲|大路")
                .upload();
        assertThat(upload.row().values().toString()).isEqualTo("{\"name\":\"甲\",\"parkName\":\"大路\"}");
    }

    @Test
    void refusesASecondTableRatherThanLeaveItOut() {
        SampleWorkbook workbook = new SampleWorkbook()
                .sheet("一季度", "项目名称|所属园区", "甲|大路")
                .sheet("二季度", "项目名称|所属园区", "", "", "", "", "", "", "", "", "", "", "", "乙|大路");
        assertThat(workbook.upload().refusal()).contains("“一季度”", "“二季度”", "都填了同样的表格");
        assertThat(new SampleWorkbook()
                        .sheet("一季度", "项目名称|所属园区", "甲|大路")
                        .hidden("二季度", "项目名称|所属园区", "乙|大路")
                        .sheet("三季度", "项目名称|所属园区")
                        .upload()
                        .rows())
                .hasSize(1);
    }

    @Test
    void readsSharedRichAndEscapedTexts() {
        Upload upload = SampleWorkbook.of(
                        "<c t=\"s\"><v>0</v></c>|<c t=\"s\"><v>1</v></c>|<c t=\"s\"><v>4</v></c>",
                        "<c t=\"s\"><v>2</v></c>|<c t=\"s\"><v>3</v></c>|<c t=\"s\"><v>9</v></c>")
                .texts(
                        "<t>项目名称</t>",
                        "<r><t>所属</t></r><r><rPr><b/></rPr><t>园区</t></r><rPh><t>zone</t></rPh>",
                        "<t xml:space=\"preserve\"> A &amp; B_x005F_x0041_ </t>",
                        "<t>一_x000D_二</t>",
                        "<t>联系人</t>")
                .upload();
        Row row = upload.row();
        assertThat(row.values().path("name").textValue()).isEqualTo("A & B_x0041_");
        assertThat(row.values().path("parkName").textValue()).isEqualTo("一\r二");
        assertThat(words(row)).contains("“联系人”", "无法读取");
    }

    @Test
    void readsManyAmpersands() {
        String many = "&amp;&lt;".repeat(50);
        String[] rows = new String[2001];
        java.util.Arrays.fill(rows, many);
        rows[0] = "项目名称";
        assertThat(SampleWorkbook.of(rows).upload().rows())
                .hasSize(2000)
                .allSatisfy(
                        row -> assertThat(row.values().path("name").textValue()).hasSize(100));
    }

    @Test
    void readsNumbersAsTheyWereTyped() {
        assertThat(value("总投资（万元）", number("8.1999999999999993", 0))).isEqualTo("82000.0");
        assertThat(value("总投资（万元）", number("0.30000000000000004", 0))).isEqualTo("3000.0");
        assertThat(value("总投资（万元）", number("1234.5600000000031", 0))).isEqualTo("12345600.00");
        assertThat(value("总投资（元）", number("123456789012345.67", 0))).isEqualTo("123456789012345.67");
        assertThat(value("总投资（万元）", number("99999999999.999999", 0))).isEqualTo("999999999999999.990000");
        assertThat(value("总投资（元）", number("1.2E+8", 0))).isEqualTo("120000000");
        assertThat(value("总投资（万元）", number("1200.5", 5))).isEqualTo("12005000.0");
        assertThat(value("总投资（万元）", number("12", 6))).isEqualTo("120000");
        assertThat(value("总投资（万元）", "<c t=\"str\"><f>A1</f><v>1,200</v></c>")).isEqualTo("12000000");
        assertThat(value("总投资（万元）", "<c><f>SUM(B3:B9)</f><v>7.5</v></c>")).isEqualTo("75000.0");
        assertThat(refusal("总投资（万元）", number("0.5", 3))).contains("百分数");
        assertThat(refusal("总投资（万元）", number("1E400", 0))).isNotEmpty();
        assertThat(refusal("总投资（万元）", number("1E1000000000", 0))).contains("无法读取");
        assertThat(refusal("总投资（万元）", number("NaN", 0))).contains("无法读取");
        assertThat(refusal("总投资（万元）", number("44296", 1))).contains("是日期（2021-04-10）");
    }

    @Test
    void refusesFormulasWithoutAResultAndErrors() {
        assertThat(refusal("总投资（万元）", "<c><f>SUM(B3:B9)</f></c>")).contains("没有计算结果的公式");
        assertThat(refusal("总投资（万元）", "<c><f>1</f><v></v></c>")).contains("没有计算结果的公式");
        assertThat(refusal("联系人", "<c t=\"e\"><f>A1/0</f><v>#DIV/0!</v></c>")).contains("Excel 错误值 #DIV/0!");
        assertThat(value("联系人", "<c t=\"str\"><f>T(A9)</f><v></v></c>")).isEqualTo("null");
    }

    @Test
    void bringsBackTextsThatExcelTookForNumbers() {
        assertThat(value("办公电话", "4778391234")).isEqualTo("\"4778391234\"");
        assertThat(value("办公电话", "4.778391234E9")).isEqualTo("\"4778391234\"");
        assertThat(value("具体位置", "8.5")).isEqualTo("\"8.5\"");
        assertThat(refusal("统一社会信用代码", "9.1150600123456E+17")).contains("只保留前 15 位");
        assertThat(refusal("项目代码", number("44296", 1))).contains("变成了日期（2021-04-10）");
        assertThat(value("细分产业", "3.3")).isEqualTo("\"3.3\"");
        assertThat(value("国民经济行业（大类）", "6")).isEqualTo("\"06\"");
        assertThat(refusal("细分产业", "3.1")).contains("分不清是 3.1 还是 3.10");
        assertThat(value("建设地点", "150622")).isEqualTo("\"150622\"");
    }

    private static Row deadline(SampleWorkbook workbook) {
        return workbook.formats(DAYS).upload().as(Form.load("call")).row();
    }

    private static SampleWorkbook call(String deadline) {
        return SampleWorkbook.of("征集年度|征集名称|报送截止日期", "2021|甲|" + deadline);
    }

    @Test
    void readsDays() {
        for (int format : new int[] {1, 2, 4, 8}) {
            assertThat(deadline(call(number("44296", format)))
                            .values()
                            .path("deadline")
                            .textValue())
                    .isEqualTo("2021-04-10");
        }
        assertThat(deadline(call(number("42834", 1)).from1904())
                        .values()
                        .path("deadline")
                        .textValue())
                .isEqualTo("2021-04-10");
        assertThat(deadline(call("<c t=\"d\"><v>2021-04-10T00:00:00</v></c>"))
                        .values()
                        .path("deadline")
                        .textValue())
                .isEqualTo("2021-04-10");
        assertThat(deadline(call("2021年4月10日")).values().path("deadline").textValue())
                .isEqualTo("2021-04-10");
        assertThat(words(deadline(call(number("44296", 0))))).contains("是数字，不是日期");
        assertThat(words(deadline(call(number("44296.5", 1))))).contains("带有时刻");
        assertThat(words(deadline(call(number("0.5", 7))))).contains("无法读取");
        assertThat(words(deadline(call(number("1E+9", 1))))).contains("无法读取");
    }

    @Test
    void readsTicks() {
        assertThat(value("inGuide", "<c t=\"b\"><v>1</v></c>")).isEqualTo("true");
        assertThat(value("inGuide", "<c t=\"b\"><v>0</v></c>")).isEqualTo("false");
        assertThat(value("inGuide", "√")).isEqualTo("true");
    }

    @Test
    void keepsPlacesOfSparseCells() {
        Row row = SampleWorkbook.ofXml("<sheetData><row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>项目名称</t></is></c>"
                        + "<c r=\"E3\" t=\"inlineStr\"><is><t>jobs</t></is></c></row>"
                        + "<row r=\"9\"><c r=\"E9\"><v>5</v></c></row></sheetData>")
                .upload()
                .row();
        assertThat(row.number()).isEqualTo(9);
        assertThat(row.values().toString()).isEqualTo("{\"name\":null,\"jobs\":5}");
        Row outside = SampleWorkbook.of("项目名称|jobs", "甲|1||x").upload().row();
        assertThat(words(outside)).contains("第 D 列有内容");
    }

    @Test
    void refusesMergedCellsAmongTheRows() {
        String merged = "<sheetData>" + SampleWorkbook.rows("汇总表|", "项目名称|所属园区", "甲|大路", "乙|")
                + "</sheetData><mergeCells>" + "<mergeCell ref=\"A1:B1\"/>%s</mergeCells>";
        assertThat(SampleWorkbook.ofXml(merged.formatted("<mergeCell ref=\"A9:B9\"/>"))
                        .upload()
                        .rows())
                .hasSize(2);
        assertThat(SampleWorkbook.ofXml(merged.formatted("<mergeCell ref=\"B3:B4\"/>"))
                        .upload()
                        .refusal())
                .contains("B3:B4 是合并单元格，请取消合并");
    }
}
