package org.zhaoshang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.Given;
import org.zhaoshang.Planner;

/**
 * Nothing that people wait for reads more of a library of 200,000 projects than it shows: by the plans of the very statements
 * that ran.
 */
@QuarkusTest
@TestProfile(HotStatementsTest.OwnDatabase.class)
class HotStatementsTest {
    private static final int ROWS = 200_000;

    /** Of the tables that grow with the library; a page shows 20 rows, a unit has some thousand in a call. */
    private static final int MOST_READ = 12_000;

    private static final Set<String> GROWING =
            Set.of("projects", "project_versions", "public_projects", "public_project_removals", "audit_entries");

    private static boolean filled;
    private static String url = "";
    private static String superuser = "";

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String address;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Inject
    @ConfigProperty(name = "zhaoshang.data-directory")
    String directory;

    /** So many rows would be in the way of the other tests. */
    public static class OwnDatabase implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.log.category.\"io.agroal\".level", "ERROR");
        }
    }

    @BeforeEach
    void fill() throws SQLException, IOException {
        if (!filled) {
            filled = true;
            url = address;
            superuser = password;
            try (Connection database = DriverManager.getConnection(address, "zhaoshang", password)) {
                ManyProjects.fill(database, 0, ROWS);
            }
            Planner.speak(url, superuser, true);
            awaitFreshSessions();
        }
    }

    /** Sessions of before, which explain nothing, are gone a moment after they were told. */
    private void awaitFreshSessions() throws IOException {
        Planner planner = new Planner(Path.of(directory));
        int explained = 0;
        for (int tries = 0; explained < 5 && tries < 200; tries++) {
            Given.nobody().get("/api/v1/public/projects?limit=1");
            explained = planner.ran().isEmpty() ? 0 : explained + 1;
        }
    }

    @AfterAll
    static void quiet() {
        Planner.speak(url, superuser, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public/projects?limit=20",
                "public/projects?limit=20&sort=-totalInvestmentYuan",
                "public/projects?limit=20&sort=totalInvestmentYuan",
                "public/projects?limit=20&sort=name",
                "public/projects?limit=20&unitCode=150622",
                "public/projects?limit=20&unitCode=150622&industryCode=1.4&minInvestmentYuan=50000000",
                "public/projects?limit=20&locationCode=150622",
                "public/projects?limit=20&groupCode=1",
                "public/projects?limit=20&callYear=2015",
                "public/projects?limit=20&q=" + Sample.FREQUENT,
                "public/projects?limit=20&q=" + Sample.RARE,
                "public/projects?limit=20&q=没有这样的项目",
                "public/projects?limit=20&unitCode=150622&q=" + Sample.FREQUENT,
                "public/projects/01900000-0000-7000-8000-000000000006",
                "public/projects/changes?limit=20"
            })
    void thePublicReadsNoMoreThanItIsShown(String address) throws IOException {
        hold(Given.nobody(), address);
    }

    @ParameterizedTest
    @CsvSource({
        "bureau, projects?limit=20",
        "bureau, projects?limit=20&state=SUBMITTED",
        "bureau, projects?limit=20&state=SUBMITTED&sort=submittedAt",
        "bureau, projects?limit=20&sort=name",
        "bureau, projects?limit=20&sort=-name",
        "bureau, projects?limit=20&sort=code",
        "bureau, projects?limit=20&sort=-totalInvestmentYuan",
        "bureau, projects?limit=20&sort=-submittedAt",
        "bureau, projects?limit=20&unitCode=150622&callYear=2015",
        "bureau, projects?limit=20&q=光伏",
        "bureau, projects?limit=20&q=石墨烯",
        "bureau, projects?limit=20&q=ORD-2015",
        "bureau, projects/01900000-0000-7000-8000-000000000006",
        "bureau, projects/01900000-0000-7000-8000-000000000006/history",
        "bureau, projects/01900000-0000-7000-8000-000000000006/duplicates",
        "bureau, calls/2015/progress",
        "bureau, dashboard/duties",
        "leader, projects?limit=20",
        "leader, dashboard/duties",
        "150622, projects?limit=20",
        "150622, projects?limit=20&sort=name",
        "150622, projects?limit=20&sort=-totalInvestmentYuan",
        "150622, projects?limit=20&state=RETURNED",
        "150622, projects?limit=20&q=光伏",
        "150622, projects?limit=20&q=石墨烯",
        "150622, projects?limit=20&asOf=2012-06-30",
        "150622, dashboard/duties",
        "auditor, audit-log?limit=20",
        "auditor, audit-log?limit=20&actor=150622",
        "auditor, audit-log?limit=20&unitCode=150622",
        "auditor, audit-log?limit=20&action=create"
    })
    void peopleReadNoMoreThanTheyAreShown(String who, String address) throws IOException {
        Given.token(who);
        hold(Given.signedIn(who), address);
    }

    /** The first page and one further on: cursors must not cost more the deeper they go. */
    private void hold(RequestSpecification caller, String address) throws IOException {
        Planner planner = new Planner(Path.of(directory));
        Response first = caller.get("/api/v1/" + address);
        assertThat(first.statusCode()).as(address).isIn(200, 404);
        if (address.contains("limit=") && first.path("nextCursor") != null) {
            caller.queryParam("cursor", first.<String>path("nextCursor"))
                    .get("/api/v1/" + address)
                    .then()
                    .statusCode(200);
        }
        List<Planner.Ran> ran = planner.ran();
        assertThat(ran).as("statements of %s", address).isNotEmpty();
        for (Planner.Ran one : ran) {
            List<String> greedy = new ArrayList<>();
            collect(one.plan(), greedy);
            assertThat(greedy)
                    .as("%s: %s\n%s", address, one.statement(), one.plan().toPrettyString())
                    .isEmpty();
        }
    }

    private static void collect(JsonNode node, List<String> greedy) {
        String table = node.path("Relation Name").asText();
        double read = node.path("Actual Loops").asDouble(1)
                * (node.path("Actual Rows").asDouble()
                        + node.path("Rows Removed by Filter").asDouble()
                        + node.path("Rows Removed by Index Recheck").asDouble());
        boolean grows = GROWING.contains(table);
        if (grows && (read > MOST_READ || node.path("Node Type").asText().equals("Seq Scan") && read > 1000)) {
            greedy.add("%s on %s: %.0f rows".formatted(node.path("Node Type").asText(), table, read));
        }
        node.path("Plans").forEach(child -> collect(child, greedy));
    }
}
