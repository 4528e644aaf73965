package org.zhaoshang.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

/** Many prices cost no more statements than few: what stands beside them is read for all at once. */
@QuarkusTest
class PriceStatementsTest {
    private static final String UNIT = "150627";

    /** The queue of uploads looks for work meanwhile; the rows that are written travel by two hundred. */
    private static final int BESIDE = 5;

    /** Of a thousand rows. */
    private static final int PARTS = 2;

    @Inject
    EntityManagerFactory factory;

    private Statistics statistics;

    @BeforeEach
    void count() {
        statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
    }

    @AfterEach
    void countNoLonger() {
        statistics.setStatisticsEnabled(false);
    }

    @Test
    void aGridOfManyCellsReadsAsOftenAsOneOfFew() {
        int year = GivenReport.year();
        cells(year, prices(2, 4)); // whatever is read once in a life is read
        long few = statements(() -> cells(year, prices(5, 4)));
        List<Map<String, Object>> many = prices(200, 4);
        assertThat(statements(() -> cells(year, many))).isLessThanOrEqualTo(few + BESIDE);
        many.forEach(cell -> cell.put("priceLow", 5));
        assertThat(statements(() -> cells(year, many))).as("changed").isLessThanOrEqualTo(few + BESIDE);
    }

    private void cells(int year, List<Map<String, Object>> cells) {
        GivenReport.cells(year, UNIT, cells)
                .statusCode(200)
                .body("results", hasSize(cells.size()))
                .body("results.errors.flatten()", hasSize(0));
    }

    /** Each of a park of its own. */
    private static List<Map<String, Object>> prices(int count, int price) {
        String park = GivenPrice.park();
        return IntStream.range(0, count)
                .mapToObj(at -> GivenPrice.body(park + "之" + at, "STEAM_INDUSTRIAL", price, "2019-01-01"))
                .toList();
    }

    private long statements(Runnable work) {
        long before = statistics.getPrepareStatementCount();
        work.run();
        return statistics.getPrepareStatementCount() - before;
    }

    /** Of prices: someone who waits for an upload looks after it meanwhile. */
    private long queries(Runnable work) {
        long before = executions();
        work.run();
        return executions() - before;
    }

    private long executions() {
        return Stream.of(statistics.getQueries())
                .filter(query -> query.contains("factor_price"))
                .mapToLong(query -> statistics.getQueryStatistics(query).getExecutionCount())
                .sum();
    }

    @Test
    void anUploadReadsAsOftenForThousandRowsAsForFew() {
        upload(2, 0, "created");
        long few = queries(() -> upload(10, 0, "created"));
        String park = GivenPrice.park();
        long many = queries(() -> upload(park, 2000, 120, "created"));
        assertThat(many).isLessThanOrEqualTo(few * PARTS);
        assertThat(queries(() -> upload(park, 2000, 130, "updated"))).isLessThanOrEqualTo(few * PARTS);
        Given.signedIn(UNIT)
                .get(GivenPrice.PATH + "?limit=1000&q=" + park)
                .then()
                .body("items", hasSize(1000))
                .body("items.priceLow", everyItem(equalTo(130)));
    }

    private void upload(int rows, int price, String outcome) {
        upload(GivenPrice.park(), rows, price, outcome);
    }

    private void upload(String park, int rows, int price, String outcome) {
        String file = IntStream.range(0, rows)
                .mapToObj(at -> "工业蒸汽," + park + "之" + at + "," + price + ",2019-01-01")
                .collect(Collectors.joining("\n", "价格项目,园区,价格下限,执行日期\n", "\n"));
        Given.signedIn(UNIT)
                .contentType("text/csv; charset=utf-8")
                .header("Prefer", "wait=60")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports?kind=factor-prices")
                .then()
                .statusCode(200)
                .body("rows." + outcome, equalTo(rows));
    }
}
