package org.zhaoshang.shared.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhaoshang.shared.sheet.Upload.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Rulebook;
import org.zhaoshang.shared.sheet.CodeChoices.Choice;
import org.zhaoshang.shared.sheet.Incoming.Row;

/** The workbook that goes both ways. */
class TemplateWorkbookTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ESCAPED = Pattern.compile("&#x([0-9a-f]+);");
    private static final CodeChoices CHOICES = list -> switch (list) {
        case "industries" -> List.of(new Choice("1.4", "1.4 新能源产业"), new Choice("3.3", "3.3 新材料"));
        case "locations" -> List.of(new Choice("150622", "准格尔旗"));
        case "gbIndustries" -> List.of(new Choice("06", "06 煤炭开采和洗选业"));
        default -> List.of();
    };
    private static final CodeNames NAMES = (list, text) -> CHOICES.of(list).stream()
            .filter(choice -> choice.code().equals(text) || choice.label().equals(text))
            .map(Choice::code)
            .findFirst();
    private static final String FULL = """
            {"externalId":"WB-001","callYear":2021,"name":"年产 5GW 光伏组件 <示例> & \\"引号\\"","unitCode":"150622",
            "locationCode":"150622","parkName":"大路工业园区","address":"-3 号地块","industryCode":"3.3",
            "industryTags":["1.4","3.3"],"gbIndustryCode":"06","summary":"=1+1","content":"第一行\\r\\n第二行_x0041_\\n第三行",
            "totalInvestmentYuan":123456789012.34,"fixedInvestmentYuan":0.01,"fundsSoughtYuan":999999999999999.99,
            "landAreaMu":120.795,"waterDemandTonPerYear":30000,"powerDemandKwhPerYear":12345678.9012,
            "energyTonCePerYear":0,"annualOutputYuan":82000,"annualTaxYuan":null,"jobs":1234567,
            "cooperationModes":["SOLE_PROPRIETORSHIP","OTHER"],"contactPhone":"04778391234","contactPerson":"+86",
            "investorCreditCode":"911506001234567890","projectCode":"2021-03-05","inGuide":true,"longitude":-109.781123,
            "latitude":39.6}""";

    @TempDir
    Path folder;

    private interface Rows {
        void write(TemplateWorkbook workbook) throws IOException;
    }

    private static byte[] workbook(Form form, Language language, boolean annotated, Rows rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Template template = new Template(new Text("项目", "Projects"), form, CHOICES, Rulebook.all());
            TemplateWorkbook workbook = annotated
                    ? TemplateWorkbook.annotated(bytes, template, List.of(), language)
                    : TemplateWorkbook.plain(bytes, template, List.of(), language);
            rows.write(workbook);
            workbook.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook(Rows rows) {
        return workbook(Upload.FORM, Language.ZH, true, rows);
    }

    private static Upload upload(byte[] workbook) {
        return Upload.of(Upload.XLSX, workbook).naming(NAMES);
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.reader()
                    .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Numbers by value, absent ones as null. */
    private static void assertSame(Row row, ObjectNode written) {
        assertThat(row.refused()).as(words(row)).isEmpty();
        row.values().properties().forEach(member -> {
            JsonNode expected = written.path(member.getKey());
            if (expected.isNumber()) {
                assertThat(member.getValue().decimalValue())
                        .as(member.getKey())
                        .isEqualByComparingTo(expected.decimalValue());
            } else {
                assertThat(member.getValue())
                        .as(member.getKey())
                        .isEqualTo(expected.isMissingNode() ? JsonNodeFactory.instance.nullNode() : expected);
            }
        });
        written.fieldNames()
                .forEachRemaining(
                        name -> assertThat(row.values().has(name)).as(name).isTrue());
    }

    private Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new HashMap<>();
        Path file = Files.write(folder.resolve("workbook"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                String xml = new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                parts.put(
                        part.getName(),
                        ESCAPED.matcher(xml)
                                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16))));
            }
        }
        return parts;
    }

    @Test
    void readsBackToTheSameValues() {
        for (Language language : Language.values()) {
            Upload upload = upload(workbook(Upload.FORM, language, true, book -> {
                book.row(json(FULL));
                book.row(json("{\"name\":\"乙\"}"));
            }));
            assertThat(upload.columns())
                    .allSatisfy(column ->
                            assertThat(column.field()).as(column.header()).isNotNull());
            List<Row> rows = upload.rows();
            assertThat(rows).extracting(Row::number).containsExactly(2, 3);
            assertSame(rows.get(0), json(FULL));
            assertSame(rows.get(1), json("{\"name\":\"乙\"}"));
        }
    }

    @Test
    void knowsEachOfItsHeadersAgain() {
        Form form = Upload.FORM.asSheet(Form.load("project-upload"));
        for (Language language : Language.values()) {
            assertThat(upload(workbook(form, language, true, book -> {}))
                            .as(form)
                            .columns())
                    .extracting(Incoming.Column::field)
                    .isEqualTo(form.fields().stream()
                            .filter(Header::isColumn)
                            .map(Field::name)
                            .toList());
        }
    }

    @Test
    void readsBackDays() {
        Form calls = Form.load("call");
        ObjectNode call =
                json("{\"year\":2021,\"name\":\"甲\",\"deadline\":\"2021-04-10\",\"planningFrom\":\"1999-12-31\"}");
        assertSame(
                upload(workbook(calls, Language.ZH, false, book -> book.row(call)))
                        .as(calls)
                        .row(),
                call);
    }

    @Test
    void anEmptyOneIsReadyToBeFilledIn() throws IOException {
        byte[] workbook = workbook(Upload.FORM, Language.ZH, false, book -> {});
        assertThat(upload(workbook).rows()).isEmpty();
        Map<String, String> parts = parts(workbook);
        assertThat(parts.get("xl/workbook.xml"))
                .contains("name=\"项目\"", "name=\"填写说明\"", "name=\"选项\"", "state=\"hidden\"");
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("state=\"frozen\"", ">总投资（万元）<", ">用电需求（万千瓦时/年）<", "type=\"list\"", "选项")
                .doesNotContain("处理结果", "策划、筛选原则");
        assertThat(parts.get("xl/worksheets/sheet2.xml"))
                .contains(
                        ">总投资<",
                        ">万元<",
                        ">必填<",
                        "下列之一：1.4 新能源产业、3.3 新材料",
                        "文字，最多 100 字",
                        "项目所在旗区；园区项目按实际落地旗区填",
                        ">V01<",
                        "总投资 … 低于征集门槛 …",
                        ">必须改正<");
        assertThat(parts.get("xl/worksheets/sheet3.xml")).contains(">3.3 新材料<", ">是<", ">准格尔旗<");
    }

    @Test
    void saysWhatIsWrongAtTheCellAndInTheLastColumn() throws IOException {
        Finding low = Finding.of("V01", "/totalInvestmentYuan", Map.of("total", "1万元", "minimum", "500万元"));
        Finding principle =
                Finding.of("REQUIRED", "/principleChecks", Map.of("label", new Text("策划、筛选原则", "Principles")));
        byte[] workbook = workbook(book -> {
            book.row(
                    json("{\"name\":\"甲\",\"totalInvestmentYuan\":10000}"),
                    List.of(),
                    new Text("未导入", "rejected"),
                    true,
                    List.of(low, principle));
            book.row(json("{\"name\":\"乙\"}"), List.of(), new Text("新增", "created"), false, List.of());
        });
        Map<String, String> parts = parts(workbook);
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains(">处理结果<", ">问题<", ">未导入<", ">新增<", "总投资 1万元 低于征集门槛 500万元，不符合入库条件；如单位填错请改正\n请填写“策划、筛选原则”");
        assertThat(parts.get("xl/comments1.xml"))
                .contains("总投资 1万元 低于征集门槛 500万元")
                .doesNotContain("策划");
        assertThat(upload(workbook).columns())
                .extracting(Incoming.Column::header)
                .doesNotContain("处理结果", "问题");
        assertThat(upload(workbook).rows()).hasSize(2);
    }

    /** The file goes back with what was typed, so that it can be corrected there. */
    @Test
    void givesBackWhatCouldNotBeRead() {
        Row refused = Upload.csv("项目名称,总投资（万元）,inGuide", "甲,1.2亿,也许").row();
        Row again = upload(workbook(book -> book.row(refused.values(), List.of(), null, true, refused.refused())))
                .row();
        assertThat(words(again)).contains("“1.2亿”带有单位", "请填“是”或“否”");
    }

    @Test
    void showsUnjudgedValuesAsTheyAre() {
        Row row = upload(workbook(book -> book.row(json("""
                {"name":7,"totalInvestmentYuan":"abc","jobs":1e1000000000,"landAreaMu":1e-1000000000,"inGuide":"x",
                "industryTags":"y","cooperationModes":[{"a":1}],"fundsSoughtYuan":[1],"investor":{"a":"b"}}""")))).row();
        assertThat(row.values().path("name").textValue()).isEqualTo("7");
        assertThat(row.values().path("investor").textValue()).isEqualTo("{\"a\":\"b\"}");
        assertThat(words(row)).contains("“abc”不是数字", "“1E+1000000000”是科学计数法", "“1E-1000000000”是科学计数法", "“[1]”不是数字");
    }

    @Test
    void neverWritesAFormulaNorADamagedFile() throws IOException {
        String hostile = "=HYPERLINK(\"http://example.invalid\")\u0000\uD800\u0001" + "甲".repeat(40_000);
        byte[] workbook = workbook(book -> book.row(json("{}").put("name", hostile)));
        assertThat(parts(workbook).get("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
        assertThat(upload(workbook).row().values().path("name").textValue())
                .startsWith("=HYPERLINK(\"http://example.invalid\")甲")
                .hasSizeLessThanOrEqualTo(32_767);
    }

    @Test
    void holdsFewRowsOfMany() throws IOException {
        long[] written = {0};
        java.io.OutputStream counting = new java.io.OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }
        };
        TemplateWorkbook book = TemplateWorkbook.annotated(
                counting,
                new Template(new Text("项目", "Projects"), Upload.FORM, CHOICES, List.of()),
                List.of(),
                Language.ZH);
        Finding low = Finding.of("V01", "/totalInvestmentYuan", Map.of("total", "1万元", "minimum", "500万元"));
        ObjectNode values = json(FULL);
        for (int row = 0; row < 10_000; row++) {
            book.row(values, List.of(), null, false, List.of(low));
        }
        assertThat(written[0]).isGreaterThan(100_000);
        book.end();
    }

    @Test
    void usualUnitsDivideExactly() {
        for (Form form : List.of(Upload.FORM, Form.load("call"))) {
            form.fields().stream().filter(field -> field.unit() != null).forEach(field -> {
                BigDecimal factor = Measures.factor(field, Measures.usual(field).zh());
                assertThat(factor).as(field.name()).isNotNull();
                assertThat(factor.stripTrailingZeros().unscaledValue())
                        .as(field.name())
                        .isOne();
                assertThat(Measures.factor(field, Measures.usual(field).en()))
                        .as(field.name())
                        .isEqualByComparingTo(factor);
            });
        }
    }
}
