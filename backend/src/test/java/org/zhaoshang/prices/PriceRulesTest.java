package org.zhaoshang.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhaoshang.shared.rules.Finding;

class PriceRulesTest {
    private static Stream<String> rules(String composition) {
        PriceFields fields = new PriceFields(
                null,
                "150622",
                null,
                "WATER_INDUSTRIAL",
                null,
                null,
                BigDecimal.valueOf(4.5),
                null,
                "元/立方米",
                LocalDate.of(2026, 1, 1),
                null,
                composition,
                null,
                null,
                List.of());
        return PriceRules.check(fields, new PriceRules.Context(null)).stream().map(Finding::rule);
    }

    @Test
    void publishesNoMobileNumberInWords() {
        assertThat(rules("含污水处理费，详询13947712345")).containsExactly("V48");
        assertThat(rules("含污水处理费，详询0477-8588888")).isEmpty();
    }
}
