package org.zhaoshang.shared.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhaoshang.shared.sheet.Upload.words;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhaoshang.shared.sheet.Incoming.Row;

/** Rows as programs send them. */
class JsonIncomingTest {
    private static Upload lines(String... lines) {
        return Upload.of(Upload.NDJSON, String.join("\n", lines));
    }

    private static Upload array(String text) {
        return Upload.of(Upload.JSON, text);
    }

    @Test
    void readsObjectsLineByLine() {
        List<Row> rows = Upload.of(
                        Upload.NDJSON,
                        "\uFEFF{\"name\":\"甲\"}\r\n\r\n  \n{\"totalInvestmentYuan\":1200.10,\"investor\":null}")
                .rows();
        assertThat(rows).extracting(Row::number).containsExactly(1, 4);
        assertThat(rows)
                .extracting(row -> row.values().toString())
                .containsExactly("{\"name\":\"甲\"}", "{\"totalInvestmentYuan\":1200.10,\"investor\":null}");
        assertThat(lines("{}").columns()).isEmpty();
    }

    @Test
    void refusesALineAndReadsTheNext() {
        List<Row> rows = lines(
                        "{\"name\":\"甲\"}{\"name\":\"乙\"}",
                        "{\"name\":\"甲\",\"name\":\"乙\"}",
                        "{\"name\":\"甲\"} 备注",
                        "{\"name\":\"甲\"",
                        "[1]",
                        "12",
                        "{name:'甲'}",
                        "[".repeat(3) + "{",
                        "{\"a\":".repeat(101) + "1" + "}".repeat(101),
                        "{\"name\":NaN}",
                        "{\"n\":" + "9".repeat(1001) + "}",
                        "{\"name\":\"" + "甲".repeat(400_000) + "\"}",
                        "{\"name\":\"末\"}")
                .rows();
        assertThat(rows).hasSize(13);
        assertThat(words(rows.get(0))).contains("第 1 行", "一行只能有一个 JSON 对象");
        assertThat(words(rows.get(1))).contains("同一个字段写了两次");
        assertThat(words(rows.get(2))).contains("后面还有别的内容");
        assertThat(words(rows.get(3))).contains("没有写完就结束了");
        assertThat(words(rows.get(4))).contains("应为一个 JSON 对象");
        assertThat(words(rows.get(5))).contains("应为一个 JSON 对象");
        assertThat(words(rows.get(6))).contains("不是合格的 JSON");
        assertThat(words(rows.get(7))).contains("应为一个 JSON 对象");
        assertThat(words(rows.get(8))).contains("嵌套超过 100 层");
        assertThat(words(rows.get(9))).contains("不是合格的 JSON");
        assertThat(words(rows.get(10))).contains("数字过长");
        assertThat(words(rows.get(11))).contains("超过 1 MB");
        assertThat(rows.get(12).refused()).isEmpty();
        assertThat(rows.subList(0, 12)).allSatisfy(row -> {
            assertThat(row.refused()).hasSize(1);
            assertThat(row.values()).isEmpty();
        });
    }

    @Test
    void refusesALineThatIsNotUtf8() {
        byte[] text = "{\"name\":\"x\"}\n{\"name\":\"乙\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        text[9] = (byte) 0xFF;
        List<Row> rows = Upload.of(Upload.NDJSON, text).rows();
        assertThat(words(rows.get(0))).contains("UTF-8");
        assertThat(rows.get(1).values().path("name").asText()).isEqualTo("乙");
        assertThat(Upload.of(Upload.NDJSON, text, "gb18030").refusal()).contains("只能用 UTF-8");
    }

    @Test
    void leavesHugeNumbersToTheForm() {
        List<Row> rows = lines("{\"n\":1e400}", "{\"n\":1e1000000000}", "{\"n\":1e99999999999}", "{\"n\":0.10}")
                .rows();
        assertThat(rows.get(0).values().get("n").decimalValue()).isEqualByComparingTo(new BigDecimal("1e400"));
        assertThat(rows.get(1).values().get("n").decimalValue().scale()).isEqualTo(-1_000_000_000);
        assertThat(words(rows.get(2))).contains("数字过长");
        assertThat(rows.get(3).values().get("n").decimalValue()).isEqualTo(new BigDecimal("0.10"));
    }

    @Test
    void readsAnArray() {
        List<Row> rows = array(" [ {\"name\":\"甲\"}, 7, {\"name\":\"乙\"} ] \n").rows();
        assertThat(rows).extracting(Row::number).containsExactly(1, 2, 3);
        assertThat(words(rows.get(1))).contains("第 2 项", "应为一个 JSON 对象");
        assertThat(array("[]").rows()).isEmpty();
    }

    @Test
    void endsABrokenArray() {
        assertThat(array("[{\"name\":\"甲\"},{\"name\":\"乙\",\"name\":\"丙\"}]").refusal())
                .contains("第 2 个对象", "同一个字段写了两次");
        assertThat(array("[{\"name\":\"甲\"}").refusal()).contains("第 1 个对象", "没有写完就结束了");
        assertThat(array("[{\"name\":\"甲\"}]{}").refusal()).contains("数组之后还有别的内容");
        assertThat(array("[{\"name\":\"甲\"} {}]").refusal()).contains("不是合格的 JSON");
        assertThat(array("[{\"name\":\"" + "x".repeat(1_200_000) + "\"}]").refusal())
                .contains("第 1 个对象");
        assertThat(array("[{\"name\":[" + "1,".repeat(1_200_000) + "1]}]").refusal())
                .contains("超过 1 MB");
        assertThat(array("[" + "[".repeat(200) + "]".repeat(200) + "]").refusal())
                .contains("嵌套超过 100 层");
        assertThat(array("[" + " ".repeat(3_000_000) + "{}]").refusal()).contains("超过 1 MB");
    }

    @Test
    void refusesWhatIsDeclaredAsSomethingElse() {
        assertThat(array("{\"name\":\"甲\"}").refusal()).contains("JSON 应为数组", "NDJSON");
        assertThat(lines("[{\"name\":\"甲\"}]").refusal()).contains("声明为 NDJSON，内容却是JSON 数组", "application/json");
        assertThat(Upload.of(Upload.CSV, "[{}]").refusal()).contains("JSON 数组");
        assertThat(array("项目名称,所属园区").refusal()).contains("可能是 CSV");
        assertThat(Upload.of(Upload.XLSX, "项目名称").refusal()).contains("声明为 Excel", "可能是 CSV");
        assertThat(Upload.of(Upload.CSV, "<html><table>").refusal()).contains("网页", "另存为 .xlsx");
        assertThat(Upload.of("application/pdf", "%PDF").refusal()).contains("只接收 .xlsx、.csv");
        for (String type : List.of(Upload.CSV, Upload.NDJSON, Upload.JSON, Upload.XLSX)) {
            assertThat(Upload.of(type, "").refusal()).contains("没有内容");
            assertThat(Upload.of(type, " \r\n\t ".repeat(3000)).refusal()).contains("没有内容");
            assertThat(Upload.of(type, "\uFEFF").refusal()).contains("没有内容");
        }
    }

    /** Wherever the end of a block of the file falls. */
    @Test
    void readsAnArrayToItsEndHoweverLongItIs() {
        for (int length = 0; length < 300; length++) {
            String padding = "甲".repeat(length);
            String row = "{\"name\":\"示例项目" + padding + "\",\"totalInvestmentYuan\":12000000}";
            String text = "[" + String.join(",", java.util.Collections.nCopies(40, row)) + "]";
            assertThat(array(text).rows()).as("%d characters more", length).hasSize(40);
        }
    }
}
