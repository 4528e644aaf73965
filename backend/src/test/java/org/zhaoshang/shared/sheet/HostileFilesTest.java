package org.zhaoshang.shared.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhaoshang.shared.sheet.Upload.words;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhaoshang.shared.files.SampleFile;
import org.zhaoshang.shared.sheet.Incoming.Row;

/** Whatever is uploaded gets an answer that a person can act on. */
class HostileFilesTest {
    private static final long MEGABYTE = 1 << 20;
    private static final String SHEET = "<worksheet " + SampleWorkbook.SPREADSHEET + ">";

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("upload");
    }

    private static Upload xlsx(byte[] content) {
        return Upload.of(Upload.XLSX, content);
    }

    private static Upload xlsx(Path file) {
        return Upload.of(Upload.XLSX, file);
    }

    @Test
    void endlessLinesAndQuotations() throws IOException {
        assertThat(Upload.of(Upload.CSV, HostileFile.endless(file(), "项目名称\n", "x", 20 * MEGABYTE))
                        .refusal())
                .contains("第 1 行之后的一行单元格过长（超过 65536 字）");
        assertThat(Upload.of(Upload.CSV, HostileFile.endless(file(), "项目名称\n\"", "x\n", 20 * MEGABYTE))
                        .refusal())
                .contains("第 1 行之后的一行单元格过长", "双引号没有配对");
        assertThat(Upload.of(Upload.CSV, HostileFile.endless(file(), "项目名称\n", ",", 20 * MEGABYTE))
                        .refusal())
                .contains("第 1 行之后的一行列数过多，最多 1000 列");
        assertThat(Upload.of(Upload.CSV, HostileFile.endless(file(), "项目名称", ",", 20 * MEGABYTE))
                        .refusal())
                .contains("第 1 行列数过多，最多 1000 列");
        assertThat(Upload.of(Upload.CSV, HostileFile.endless(file(), "项目名称\n", "x".repeat(5000) + ",", 20 * MEGABYTE))
                        .refusal())
                .contains("第 1 行之后的一行超过 1048576 字");
        assertThat(Upload.of(Upload.JSON, HostileFile.endless(file(), "[{\"name\":\"", "x", 20 * MEGABYTE))
                        .refusal())
                .contains("第 1 个对象");
        assertThat(Upload.of(Upload.JSON, HostileFile.endless(file(), "[", "[", 20 * MEGABYTE))
                        .refusal())
                .contains("嵌套超过 100 层");
        assertThat(Upload.of(Upload.JSON, HostileFile.endless(file(), "[{\"a\":", "9", 20 * MEGABYTE))
                        .refusal())
                .contains("超过 1 MB");
    }

    @Test
    void anEndlessLineIsOneRefusedRow() throws IOException {
        Path file = HostileFile.endless(file(), "{\"name\":\"", "x", 20 * MEGABYTE);
        Files.writeString(file, "\n{\"name\":\"乙\"}", java.nio.file.StandardOpenOption.APPEND);
        List<Row> rows = Upload.of(Upload.NDJSON, file).rows();
        assertThat(words(rows.get(0))).contains("第 1 行", "超过 1 MB");
        assertThat(rows.get(1).values().path("name").asText()).isEqualTo("乙");
    }

    @Test
    void bombs() throws IOException {
        assertThat(xlsx(HostileFile.bomb(file(), SHEET, " ", 600 * MEGABYTE)).refusal())
                .contains("疑似压缩炸弹");
    }

    /** The directory says 1,000 bytes each; what counts is what comes out. */
    @Test
    void bombsWithALyingDirectory() throws IOException {
        Path plain = HostileFile.bomb(file(), SHEET, "<x></x>", 600 * MEGABYTE);
        assertThat(xlsx(HostileFile.lying(plain, 1000)).refusal()).contains("疑似压缩炸弹");
        Path blank = HostileFile.bomb(file(), SHEET, " ", 60 * MEGABYTE);
        assertThat(xlsx(HostileFile.lying(blank, 1000)).refusal()).contains("有超过 1 MB 的单元格");
        Path attribute = HostileFile.bomb(file(), SHEET + "<a b='", ">", 60 * MEGABYTE);
        assertThat(xlsx(HostileFile.lying(attribute, 1000)).refusal()).contains("有超过 1 MB 的单元格");
        Path text =
                HostileFile.bomb(file(), SHEET + "<sheetData><row><c t=\"inlineStr\"><is>", "<t>xx</t>", 60 * MEGABYTE);
        assertThat(xlsx(HostileFile.lying(text, 1000)).refusal()).contains("有超过 65536 字的单元格");
    }

    @Test
    void moreTextThanMemory() throws IOException {
        assertThat(xlsx(HostileFile.texts(file(), 66 * MEGABYTE)).refusal()).contains("文字过多（超过 64 MB）", "CSV UTF-8");
        Path empty = HostileFile.part(file(), "xl/sharedStrings.xml", "<sst>", "<si/>", 40 * MEGABYTE);
        assertThat(xlsx(HostileFile.lying(empty, 1000)).refusal()).contains("文字过多");
    }

    @Test
    void moreNamesThanMemory() {
        StringBuilder xml = new StringBuilder("<sheetData>");
        for (int name = 0; name < 3000; name++) {
            xml.append("<e").append(name).append("/>");
        }
        assertThat(SampleWorkbook.ofXml(xml.toString()).upload().refusal()).contains("已损坏");
        assertThat(SampleWorkbook.ofXml("<a>".repeat(10_000)).upload().refusal())
                .contains("已损坏");
    }

    @Test
    void entitiesAndDocumentTypes() {
        String[] parts = {
            "xl/workbook.xml",
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "_rels/.rels",
            "xl/_rels/workbook.xml.rels"
        };
        String[] types = {
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>",
            "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\"><x/>",
            "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><x>&b;</x>",
            "<x><![CDATA[" + "<".repeat(100) + "]]></x>",
            "<x><!-- " + "<".repeat(100) + " --></x>",
            "<x><?target data?></x>",
        };
        for (String part : parts) {
            for (String type : types) {
                assertThat(SampleWorkbook.of("项目名称", "甲")
                                .part(part, type)
                                .upload()
                                .refusal())
                        .as(part + type)
                        .contains("XML 声明");
            }
            byte[] wide = ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + types[0]).getBytes(StandardCharsets.UTF_16);
            assertThat(SampleWorkbook.of("项目名称", "甲").part(part, wide).upload().refusal())
                    .as(part)
                    .contains("已损坏");
        }
        assertThat(SampleWorkbook.of("项目名称", "&e;").upload().refusal()).contains("已损坏");
    }

    @Test
    void crowdsAndTwins() {
        assertThat(xlsx(SampleFile.crowd()).refusal()).contains("内部文件过多");
        assertThat(new SampleWorkbook()
                        .sheet("项目", "项目名称", "甲")
                        .sheet("项目", "项目名称", "乙")
                        .upload()
                        .refusal())
                .contains("有两个同名的工作表“项目”");
        byte[] twins = HostileFile.renamed(
                SampleWorkbook.of("项目名称", "甲")
                        .part("xl/worksheets/sheetX.xml", SHEET + "</worksheet>")
                        .bytes(),
                "sheetX.xml",
                "sheet1.xml");
        assertThat(xlsx(twins).refusal()).contains("有两个同名的部分");
    }

    @Test
    void placesThatNoSheetHas() {
        String cell = "<c r=\"%s\" t=\"inlineStr\"><is><t>项目名称</t></is></c>";
        String header = "<row r=\"1\">" + cell.formatted("A1") + "</row>";
        for (String xml : List.of(
                "<row r=\"1\">" + cell.formatted("XFE1") + "</row>",
                "<row r=\"1\">" + cell.formatted("ZZZZZZZZZZZZ1") + "</row>",
                "<row r=\"1\">" + cell.formatted("1") + "</row>",
                "<row r=\"1\">" + cell.formatted("B1") + cell.formatted("A1") + "</row>",
                "<row r=\"1\">" + cell.formatted("A1") + cell.formatted("A1") + "</row>",
                "<row r=\"1\">" + "<c/>".repeat(16_385) + "</row>",
                header + "<row r=\"1\"/>",
                header + "<row r=\"1048577\"/>",
                header + "<row r=\"99999999999999999999\"/>",
                header + "<row r=\"-1\"/>",
                header + "<row r=\"1048576\"/><row/>")) {
            assertThat(SampleWorkbook.ofXml("<sheetData>" + xml + "</sheetData>")
                            .upload()
                            .refusal())
                    .as(xml.substring(0, Math.min(100, xml.length())))
                    .contains("行列位置错乱");
        }
        String far = "<sheetData>" + header + "<row r=\"2\">" + cell.formatted("A2") + cell.formatted("XFD2")
                + "</row></sheetData>";
        assertThat(words(SampleWorkbook.ofXml(far).upload().row())).contains("第 ALL 列之后有内容");
        String wide = "<sheetData><row>" + cell.formatted("A1") + cell.formatted("XFD1") + "</row></sheetData>";
        assertThat(SampleWorkbook.ofXml(wide).upload().refusal()).contains("列数过多，最多 1000 列");
    }

    @Test
    void otherFilesUnderTheNameOfAWorkbook() {
        assertThat(xlsx(SampleFile.compound("Root Entry", "EncryptedPackage")).refusal())
                .contains("打开密码");
        assertThat(xlsx(SampleFile.compound("Root Entry", "Workbook")).refusal())
                .contains("旧版 Excel 文件（.xls）", "另存为 .xlsx");
        assertThat(xlsx(SampleFile.compound("Root Entry", "Workbook", "_VBA_PROJECT_CUR"))
                        .refusal())
                .contains("宏");
        assertThat(SampleWorkbook.of("项目名称")
                        .part("xl/vbaProject.bin", "x")
                        .upload()
                        .refusal())
                .contains("宏");
        assertThat(SampleWorkbook.of("项目名称")
                        .part("xl/macrosheets/sheet1.xml", "x")
                        .upload()
                        .refusal())
                .contains("宏");
        assertThat(xlsx(SampleFile.docx()).refusal()).contains("内容与扩展名不符");
        assertThat(xlsx(SampleFile.zip(Map.of("a.txt", "a"))).refusal()).contains("内容与扩展名不符");
        assertThat(xlsx("<table><tr><td>项目名称</td></tr></table>".getBytes(StandardCharsets.UTF_8))
                        .refusal())
                .contains("网页");
        assertThat(xlsx(SampleFile.xlsx()).refusal()).contains("没有内容");
        assertThat(Upload.of(Upload.CSV, SampleFile.xlsx()).refusal()).contains("声明为 CSV，内容却是Excel 文件");
        assertThat(Upload.of(Upload.CSV, SampleFile.compound("Root Entry", "Workbook"))
                        .refusal())
                .contains("旧版 Excel");
        byte[] whole = SampleWorkbook.of("项目名称", "甲").bytes();
        assertThat(xlsx(java.util.Arrays.copyOf(whole, whole.length / 2)).refusal())
                .contains("不完整或已损坏");
    }

    /** Scribbled over and cut off: rows or a refusal, and never another exception. */
    @Test
    void survivesDamage() {
        byte[][] whole = {
            SampleWorkbook.of("项目名称|总投资（万元）|inGuide", "甲|1200.5|是", "<c t=\"s\"><v>0</v></c>|2|否")
                    .texts("<t>乙</t>")
                    .formats("yyyy-mm-dd")
                    .bytes(),
            "项目名称,总投资（万元）\r\n甲,\"1,200\"\r\n\"乙\",3\r\n".getBytes(StandardCharsets.UTF_8),
            "项目名称,总投资（万元）\r\n甲,\"1,200\"\r\n\"乙\",3\r\n".getBytes(StrictText.GB18030),
            "{\"name\":\"甲\",\"jobs\":1.5e3}\n{\"name\":\"乙\"}\n".getBytes(StandardCharsets.UTF_8),
            "[{\"name\":\"甲\",\"jobs\":1.5e3},{\"name\":\"乙\"}]".getBytes(StandardCharsets.UTF_8),
        };
        String[] types = {Upload.XLSX, Upload.CSV, Upload.CSV, Upload.NDJSON, Upload.JSON};
        Random random = new Random(20210410);
        for (int round = 0; round < 3000; round++) {
            int which = round % whole.length;
            byte[] damaged = whole[which].clone();
            for (int bit = 0; bit < 1 + round % 7; bit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            byte[] content =
                    round % 3 == 0 ? java.util.Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length)) : damaged;
            try (Incoming rows =
                    Upload.of(types[which], Files.write(file(), content)).open()) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    words(row);
                }
            } catch (SheetRefused refused) {
                assertThat(words(refused.findings(), org.zhaoshang.shared.language.Language.ZH))
                        .isNotBlank();
            } catch (IOException | RuntimeException unexpected) {
                throw new AssertionError("round " + round, unexpected);
            }
        }
    }
}
