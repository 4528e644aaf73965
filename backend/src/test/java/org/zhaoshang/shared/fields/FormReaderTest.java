package org.zhaoshang.shared.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhaoshang.shared.rules.Finding;

class FormReaderTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private final FormReader reader =
            new FormReader(Form.load("project"), (list, code) -> code.equals("150622") || code.equals("MARKET_DEMAND"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"totalInvestmentYuan\": \"5000000\"} | FORMAT",
                "{\"totalInvestmentYuan\": 1e400} | FORMAT",
                "{\"totalInvestmentYuan\": 1e2000000000} | FORMAT",
                "{\"totalInvestmentYuan\": 1e-2000000000} | FORMAT",
                "{\"totalInvestmentYuan\": -1} | FORMAT",
                "{\"totalInvestmentYuan\": 0.001} | FORMAT",
                "{\"totalInvestmentYuan\": 1000000000000000} | FORMAT",
                "{\"totalInvestmentYuan\": true} | FORMAT",
                "{\"jobs\": 1.5} | FORMAT",
                "{\"name\": 5} | FORMAT",
                "{\"name\": \"a\\u0000b\"} | FORMAT",
                "{\"name\": \"\\ud800\"} | FORMAT",
                "{\"state\": \"ACCEPTED\"} | FORMAT",
                "{\"locationCode\": \"999999\"} | CODE",
                "{\"cooperationModes\": [\"THEFT\"]} | CODE",
                "{\"cooperationModes\": \"OTHER\"} | FORMAT",
                "{\"cooperationModes\": [\"OTHER\", \"OTHER\"]} | FORMAT",
                "{\"principleChecks\": [{\"check\": \"MARKET_DEMAND\"}]} | REQUIRED",
                "{\"longitude\": 181} | FORMAT",
                "[] | FORMAT",
                "\"text\" | FORMAT"
            })
    void refusesWhatCanNotBeStored(String input, String rule) throws Exception {
        assertThat(read(input).refused()).extracting(Finding::rule).containsExactly(rule);
    }

    @Test
    void reportsAllMistakesAtOnceEachWithItsPlace() throws Exception {
        assertThat(
                        read("{\"jobs\": \"many\", \"locationCode\": \"x\", \"principleChecks\": [{\"check\": \"NO\", \"answer\": \"PASS\"}]}")
                                .refused())
                .extracting(Finding::pointer)
                .containsExactly("/jobs", "/locationCode", "/principleChecks/0/check");
    }

    @Test
    void keepsAmountsExactAndClearsByNullOrEmptyText() throws Exception {
        JsonNode values =
                read("{\"totalInvestmentYuan\": 123456789012345.67, \"landAreaMu\": 1.2e2, \"summary\": \"  \", \"investor\": null}")
                        .values();
        assertThat(values.get("totalInvestmentYuan").decimalValue()).isEqualByComparingTo("123456789012345.67");
        assertThat(values.get("landAreaMu").decimalValue()).isEqualByComparingTo("120");
        assertThat(values.get("summary").isNull()).isTrue();
        assertThat(values.get("investor").isNull()).isTrue();
    }

    @Test
    void countsCharactersAsPeopleDo() throws Exception {
        assertThat(read("{\"name\": \"" + "𠮷".repeat(100) + "\"}").isClean()).isTrue();
        assertThat(read("{\"name\": \"" + "项".repeat(101) + "\"}").refused())
                .extracting(Finding::rule)
                .containsExactly("LENGTH");
    }

    private Reading read(String json) throws Exception {
        return reader.read(JSON.readTree(json));
    }
}
