package org.zhaoshang.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhaoshang.shared.time.CityClock;

/** The samples are planted in a transaction that is taken back: the other tests count what they enter themselves. */
@QuarkusTest
class DemonstrationPricesTest {
    @Inject
    DemonstrationPrices demonstration;

    @Inject
    Prices prices;

    @Inject
    PriceFindings findings;

    @Inject
    CityClock clock;

    @Test
    void tellsAYearThatIsOverAndOneThatIsUnderWay() {
        QuarkusTransaction.begin();
        try {
            prices.deleteAll();
            demonstration.tell();
            List<Price> all = prices.listAll();
            assertThat(all).isNotEmpty().allMatch(Price::isExample);
            assertThat(all)
                    .extracting(price -> price.fields().sourceDocument())
                    .allSatisfy(source -> assertThat(source).contains("示例"));
            assertThat(all.stream()
                            .filter(price -> price.reportYear() == clock.year())
                            .map(Price::state)
                            .collect(Collectors.toSet()))
                    .isEqualTo(Set.of(PriceState.values()));
            assertThat(all.stream().filter(price -> price.reportYear() == 2021))
                    .allMatch(price -> price.state() == PriceState.ACCEPTED)
                    .anyMatch(price -> price.closedBy().isPresent());
            Price steam = all.stream()
                    .filter(price -> price.fields().unitOfMeasure().equals("元/m³"))
                    .findFirst()
                    .orElseThrow();
            assertThat(findings.of(steam)).extracting(finding -> finding.rule()).containsExactly("V41");
            assertThat(all.stream()
                            .filter(price -> price.fields().itemCode().equals("POWER_TRANSMISSION_220KV"))
                            .map(price -> Objects.requireNonNull(price.fields().priceLow())
                                    .toPlainString()))
                    .containsExactly("0.0429");
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
