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
 * Nothing that people wait for reads more of a library of 200,000 projects, and 100,000 prices, premises, parcels, signed
 * projects and receipts each, than it shows: by the plans of the very statements that ran.
 */
@QuarkusTest
@TestProfile(HotStatementsTest.OwnDatabase.class)
class HotStatementsTest {
    private static final int ROWS = 200_000;
    /** Of all else: a thousand prices a report, more sites in a unit than there are in a province. */
    private static final int OFFERS = 100_000;

    /** Of the tables that grow with the library; a page shows 20 rows, a unit has some thousand in a call. */
    private static final int MOST_READ = 12_000;
    /** Less than a unit has, so that sorting all of its sites for a page is found out. */
    private static final int MOST_SITES_READ = 6_000;

    private static final Set<String> SITES = Set.of(
            "premises",
            "public_premises",
            "land_parcels",
            "public_land_parcels",
            "signed_projects",
            "signed_project_versions",
            "fund_receipts");

    private static final Set<String> GROWING = Set.of(
            "projects",
            "project_versions",
            "public_projects",
            "public_project_removals",
            "audit_entries",
            "factor_prices",
            "factor_price_versions",
            "public_factor_prices",
            "public_factor_price_removals",
            "premises",
            "public_premises",
            "public_premises_removals",
            "land_parcels",
            "public_land_parcels",
            "public_land_parcel_removals",
            "signed_projects",
            "signed_project_versions",
            "signing_credits",
            "signing_stages",
            "signing_duplicates",
            "fund_receipts");

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
                ManyOffers.fill(database, OFFERS);
                ManySigned.fill(database);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public/factor-prices?limit=20",
                "public/factor-prices?limit=20&sort=itemCode",
                "public/factor-prices?limit=20&sort=unitCode",
                "public/factor-prices?limit=20&unitCode=150622",
                "public/factor-prices?limit=20&unitCode=150622&sort=itemCode",
                "public/factor-prices?limit=20&itemCode=STEAM_INDUSTRIAL",
                "public/factor-prices?limit=20&itemCode=STEAM_INDUSTRIAL&unitCode=150622",
                "public/factor-prices?limit=20&category=LAND",
                "public/factor-prices?limit=20&validOn=2015-06-30",
                "public/factor-prices?limit=20&validOn=2015-06-30&itemCode=STEAM_INDUSTRIAL",
                "public/factor-prices/comparison?item=STEAM_INDUSTRIAL&asOf=2015-06-30",
                "public/factor-prices/changes?limit=20",
                "public/premises?limit=20",
                "public/premises?limit=20&sort=-freeAreaSqm",
                "public/premises?limit=20&sort=freeAreaSqm",
                "public/premises?limit=20&sort=name",
                "public/premises?limit=20&unitCode=150622",
                "public/premises?limit=20&unitCode=150622&kind=STANDARD_FACTORY&sort=name",
                "public/premises?limit=20&locationCode=150622",
                "public/premises?limit=20&kind=STANDARD_FACTORY&offer=RENT&minFreeAreaSqm=2000",
                "public/premises?limit=20&minFreeAreaSqm=2000&maxFreeAreaSqm=2010&sort=freeAreaSqm",
                "public/premises?limit=20&minFreeAreaSqm=2000&maxFreeAreaSqm=2010",
                "public/premises?limit=20&minStoreyHeightM=8&minFloorLoadTonPerSqm=3&minPowerKva=2000",
                "public/premises?limit=20&minCraneTon=20&maxRentYuanPerSqmMonth=10",
                "public/premises?limit=20&state=IDLE&verified=true",
                "public/premises?limit=20&verified=false",
                "public/premises?limit=20&bbox=109.5,39.4,110.5,40.4",
                "public/premises?limit=20&q=" + Sample.FREQUENT,
                "public/premises?limit=20&q=" + Sample.RARE,
                "public/premises?limit=20&unitCode=150622&q=" + Sample.FREQUENT,
                "public/premises/01900000-0000-7000-8000-000000000006",
                "public/premises/changes?limit=20",
                "public/land-parcels?limit=20",
                "public/land-parcels?limit=20&sort=-areaMu",
                "public/land-parcels?limit=20&sort=areaMu",
                "public/land-parcels?limit=20&sort=name",
                "public/land-parcels?limit=20&unitCode=150622",
                "public/land-parcels?limit=20&unitCode=150622&landUse=LOGISTICS&minAreaMu=100&maxAreaMu=500",
                "public/land-parcels?limit=20&locationCode=150622",
                "public/land-parcels?limit=20&minAreaMu=100&maxAreaMu=101&sort=areaMu",
                "public/land-parcels?limit=20&minAreaMu=100&maxAreaMu=101",
                "public/land-parcels?limit=20&maxStartPriceWanPerMu=10",
                "public/land-parcels?limit=20&verified=false",
                "public/land-parcels?limit=20&bbox=109.5,39.4,110.5,40.4",
                "public/land-parcels?limit=20&q=" + Sample.FREQUENT,
                "public/land-parcels?limit=20&q=" + Sample.RARE,
                "public/land-parcels/01900000-0000-7000-8000-000000000006",
                "public/land-parcels/changes?limit=20"
            })
    void whoLooksForASiteReadsNoMoreThanItIsShown(String address) throws IOException {
        hold(Given.nobody(), address);
    }

    @ParameterizedTest
    @CsvSource({
        "bureau, factor-prices?limit=20",
        "bureau, factor-prices?limit=20&sort=code",
        "bureau, factor-prices?limit=20&sort=-code",
        "bureau, factor-prices?limit=20&sort=itemCode",
        "bureau, factor-prices?limit=20&sort=-validFrom",
        "bureau, factor-prices?limit=20&state=SUBMITTED",
        "bureau, factor-prices?limit=20&unitCode=150622&reportYear=2015",
        "bureau, factor-prices?limit=20&reportYear=2015&sort=itemCode",
        "bureau, factor-prices?limit=20&itemCode=STEAM_INDUSTRIAL",
        "bureau, factor-prices?limit=20&category=LAND&validOn=2015-06-30",
        "bureau, factor-prices?limit=20&hasFindings=true",
        "bureau, factor-prices?limit=20&q=光伏",
        "bureau, factor-prices?limit=20&q=石墨烯",
        "bureau, factor-prices?limit=20&asOf=2012-06-30",
        "bureau, price-reports/2015/150622",
        "bureau, price-reports?year=2015",
        "bureau, factor-prices/comparison?item=STEAM_INDUSTRIAL&asOf=2015-06-30",
        "150622, factor-prices?limit=20",
        "150622, factor-prices?limit=20&sort=code",
        "150622, factor-prices?limit=20&sort=itemCode",
        "150622, factor-prices?limit=20&state=RETURNED",
        "150622, factor-prices?limit=20&hasFindings=true",
        "150622, factor-prices?limit=20&q=光伏",
        "150622, factor-prices?limit=20&q=石墨烯",
        "150622, factor-prices?limit=20&asOf=2012-06-30",
        "leader, factor-prices?limit=20",
        "bureau, premises?limit=20",
        "bureau, premises?limit=20&sort=code",
        "bureau, premises?limit=20&sort=name",
        "bureau, premises?limit=20&sort=-freeAreaSqm",
        "bureau, premises?limit=20&state=IN_TALKS",
        "bureau, premises?limit=20&unitCode=150622&publiclyListed=false",
        "bureau, premises?limit=20&locationCode=150622&kind=STANDARD_FACTORY",
        "bureau, premises?limit=20&changedSince=true",
        "bureau, premises?limit=20&hasFindings=true",
        "bureau, premises?limit=20&verified=false",
        "bureau, premises?limit=20&minFreeAreaSqm=2000&maxFreeAreaSqm=2010",
        "bureau, premises?limit=20&minPowerKva=2000&minStoreyHeightM=8&offer=RENT",
        "bureau, premises?limit=20&q=光伏",
        "bureau, premises?limit=20&q=石墨烯",
        "bureau, premises/01900000-0000-7000-8000-000000000006",
        "150622, premises?limit=20",
        "150622, premises?limit=20&sort=name",
        "150622, premises?limit=20&sort=code",
        "150622, premises?limit=20&sort=freeAreaSqm",
        "150622, premises?limit=20&verified=false",
        "150622, premises?limit=20&hasFindings=true",
        "150622, premises?limit=20&q=光伏",
        "150622, premises?limit=20&q=石墨烯",
        "leader, premises?limit=20",
        "bureau, land-parcels?limit=20",
        "bureau, land-parcels?limit=20&sort=code",
        "bureau, land-parcels?limit=20&sort=parcelNo",
        "bureau, land-parcels?limit=20&sort=-areaMu",
        "bureau, land-parcels?limit=20&unitCode=150622&landUse=LOGISTICS",
        "bureau, land-parcels?limit=20&minAreaMu=100&maxAreaMu=101",
        "bureau, land-parcels?limit=20&maxStartPriceWanPerMu=10",
        "bureau, land-parcels?limit=20&changedSince=true",
        "bureau, land-parcels?limit=20&hasFindings=true",
        "bureau, land-parcels?limit=20&verified=false",
        "bureau, land-parcels?limit=20&q=光伏",
        "bureau, land-parcels?limit=20&q=石墨烯",
        "150622, land-parcels?limit=20",
        "150622, land-parcels?limit=20&sort=parcelNo",
        "150622, land-parcels?limit=20&sort=code",
        "150622, land-parcels?limit=20&sort=areaMu",
        "150622, land-parcels?limit=20&verified=false",
        "150622, land-parcels?limit=20&q=石墨烯",
        "leader, land-parcels?limit=20"
    })
    void whoKeepsPricesAndSitesReadsNoMoreThanIsShown(String who, String address) throws IOException {
        Given.token(who);
        hold(Given.signedIn(who), address);
    }

    @ParameterizedTest
    @CsvSource({
        "bureau, signed-projects?limit=20",
        "bureau, signed-projects?limit=20&sort=code",
        "bureau, signed-projects?limit=20&sort=name",
        "bureau, signed-projects?limit=20&sort=-agreedAmountYuan",
        "bureau, signed-projects?limit=20&sort=-signedOn",
        "bureau, signed-projects?limit=20&stage=STARTED",
        "bureau, signed-projects?limit=20&eventCode=EVT-2011-123",
        "bureau, signed-projects?limit=20&creditedTo=EVT-2011-123&creditedKind=CONTRACT&stage=STARTED",
        "bureau, signed-projects?limit=20&unitCode=150622&sort=-signedOn",
        "bureau, signed-projects?limit=20&hasFindings=true",
        "bureau, signed-projects?limit=20&counted=false",
        "bureau, signed-projects?limit=20&hasOpenDuplicates=true",
        "bureau, signed-projects?limit=20&excluded=true",
        "bureau, signed-projects?limit=20&q=光伏",
        "bureau, signed-projects?limit=20&q=石墨烯",
        "bureau, signed-projects?limit=20&asOf=2012-06-30",
        "bureau, signed-projects/01900000-0000-7000-8000-000000000006",
        "bureau, signed-projects/01900000-0000-7000-8000-000000000006/history",
        "bureau, signed-projects/01900000-0000-7000-8000-000000000006/stages",
        "bureau, signed-projects/01900000-0000-7000-8000-000000000006/duplicates",
        "bureau, signed-projects/01900000-0000-7000-8000-000000000006/receipts",
        "bureau, signing-event-landing/EVT-2011-123",
        "leader, signed-projects?limit=20",
        "150622, signed-projects?limit=20",
        "150622, signed-projects?limit=20&sort=code",
        "150622, signed-projects?limit=20&sort=name",
        "150622, signed-projects?limit=20&sort=-agreedAmountYuan",
        "150622, signed-projects?limit=20&sort=-signedOn",
        "150622, signed-projects?limit=20&stage=NEGOTIATING",
        "150622, signed-projects?limit=20&hasFindings=true",
        "150622, signed-projects?limit=20&q=光伏",
        "150622, signed-projects?limit=20&q=石墨烯",
        "bureau, receipts?limit=20",
        "bureau, receipts?limit=20&sort=code",
        "bureau, receipts?limit=20&sort=-receivedOn",
        "bureau, receipts?limit=20&sort=-amountYuan",
        "bureau, receipts?limit=20&unitCode=150622",
        "bureau, receipts?limit=20&reportedMonth=2015-06",
        "bureau, receipts?limit=20&reviewed=false",
        "bureau, receipts?limit=20&proofTwice=true",
        "bureau, receipts?limit=20&hasFindings=true",
        "bureau, receipts?limit=20&q=石墨烯",
        "150622, receipts?limit=20",
        "150622, receipts?limit=20&sort=-receivedOn",
        "150622, receipts?limit=20&sort=-amountYuan",
        "150622, receipts?limit=20&reportedMonth=NONE",
        "150622, receipts?limit=20&hasFindings=true",
        "150622, receipts?limit=20&q=石墨烯",
        "leader, receipts?limit=20"
    })
    void whoFollowsSignedProjectsReadsNoMoreThanIsShown(String who, String address) throws IOException {
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
        int most = SITES.contains(table) ? MOST_SITES_READ : MOST_READ;
        if (grows && (read > most || node.path("Node Type").asText().equals("Seq Scan") && read > 1000)) {
            greedy.add("%s on %s: %.0f rows".formatted(node.path("Node Type").asText(), table, read));
        }
        node.path("Plans").forEach(child -> collect(child, greedy));
    }
}
