package org.zhaoshang.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** V40 whoever writes at the same time. */
@QuarkusTest
class PriceRaceTest {
    private static final int WRITERS = 8;

    @Inject
    AgroalDataSource database;

    @Test
    void letsOneOfManyWritersHaveTheDay() throws Exception {
        String park = GivenPrice.park();
        String before = GivenPrice.create(GivenPrice.body(park, "WATER_INDUSTRIAL", 4, "2020-01-01"));
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Integer>> writes = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int day = writer + 1;
                writes.add(() -> GivenPrice.post(GivenPrice.with(
                                GivenPrice.body(park, "WATER_INDUSTRIAL", 4, "2021-01-0" + day),
                                "validTo",
                                "2021-12-31"))
                        .extract()
                        .statusCode());
            }
            for (Future<Integer> done : writers.invokeAll(writes)) {
                statuses.add(done.get());
            }
        }
        assertThat(statuses).containsOnly(201, 422).containsOnlyOnce(201);
        List<String> days = Given.signedIn(GivenPrice.UNIT)
                .get(GivenPrice.PATH + "?sort=validFrom&q=" + park)
                .then()
                .extract()
                .path("items.validFrom");
        assertThat(days).hasSize(2);
        String closed = GivenPrice.get(before).extract().path("validTo");
        assertThat(java.time.LocalDate.parse(closed).plusDays(1)).hasToString(days.get(1));
    }

    @Test
    void theDatabaseHoldsItWithoutUs() throws SQLException {
        String park = GivenPrice.park();
        GivenPrice.create(GivenPrice.body(park, "WATER_INDUSTRIAL", 4, "2021-01-01"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String copy = """
                    insert into factor_prices (id, version, code, state, report_year, unit_code, park_name, item_code,
                        price_low, unit_of_measure, valid_from, park_key, condition_key, term_key, search_text, search_grams, created_at,
                        created_by, updated_at, updated_by)
                    select gen_random_uuid(), 0, code || '-2', state, report_year, unit_code, park_name, item_code,
                        price_low, unit_of_measure, date '%s', park_key, condition_key, term_key, search_text, search_grams,
                        created_at, created_by, updated_at, updated_by
                    from factor_prices where park_name = '%s'""";
            assertThatThrownBy(() -> statement.execute(copy.formatted("2025-05-05", park)))
                    .isInstanceOf(SQLException.class)
                    .extracting(refused -> ((SQLException) refused).getSQLState())
                    .isEqualTo("23P01");
        }
    }
}
