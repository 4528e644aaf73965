package org.zhaoshang.prices.premises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.Given;

/** What the rules say of land, in the very figures of public notices. */
@QuarkusTest
class LandParcelRulesTest {
    private static ValidatableResponse check(Map<String, ?> with) {
        Map<String, Object> fields = new HashMap<>(GivenListing.parcelFields(GivenListing.uniqueName()));
        fields.putAll(with);
        return Given.signedIn("150622")
                .contentType(ContentType.JSON)
                .body(fields)
                .post("/api/v1/land-parcels/check")
                .then()
                .statusCode(200);
    }

    @Test
    void saysNothingOfAParcelThatIsInOrder() {
        check(Map.of()).body("findings", empty());
    }

    /** V05: parcel 8802 of a real notice, 80,530 m² printed as 127.007 mu. */
    @Test
    void namesTheParcelWhoseMuAndSquareMetresDisagree() {
        check(Map.of("areaSqm", 80530, "areaMu", 127.007))
                .body("findings.rule", contains("V05"))
                .body("findings[0].pointer", equalTo("/areaMu"))
                .body("findings[0].message", containsString("120.795亩"))
                .body("findings[0].message", containsString("5.1%"));
        check(Map.of("areaSqm", 11168.56, "areaMu", 16.75)).body("findings", empty());
    }

    /** V06. */
    @Test
    void asksForTheUnitOfAnIntensityAndReckonsHectaresAsFifteenMu() {
        Map<String, Object> bare = new HashMap<>();
        bare.put("investmentIntensityUnit", null);
        check(bare)
                .body("findings.rule", contains("V06"))
                .body("findings[0].pointer", equalTo("/investmentIntensityUnit"));
        GivenListing.parcel("150622", Map.of("investmentIntensity", 4500, "investmentIntensityUnit", "WAN_PER_HECTARE"))
                .get()
                .body("investmentIntensityWanPerMu", equalTo(300.00f));
        GivenListing.parcel("150622", Map.of("investmentIntensity", 134, "investmentIntensityUnit", "WAN_PER_MU"))
                .get()
                .body("investmentIntensityWanPerMu", equalTo(134.00f));
    }

    /** V07. */
    @ParameterizedTest
    @CsvSource({
        "plotRatio,≥0.65%",
        "plotRatio,12",
        "plotRatio,≥0.65 ≤",
        "plotRatio,3.0-1.0",
        "buildingDensityPct,≥130",
        "greenPct,一百",
    })
    void refusesFiguresOfThePlanThatCanNotBe(String field, String value) {
        check(Map.of(field, value))
                .body("findings.rule", contains("V07"))
                .body("findings[0].pointer", equalTo("/" + field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.65", "≥0.65", ">=0.65", "不低于0.65", "0.65以上", "1.0-3.0", "1.0～3.0", "住宅1.0-3.0，商业<3.0"})
    void readsTheFiguresOfThePlanAsNoticesWriteThem(String ratio) {
        check(Map.of("plotRatio", ratio)).body("findings", empty());
    }

    @Test
    void keepsANumberANumberAndWordsAsTheyWere() {
        GivenListing parcel = GivenListing.parcel("150622", Map.of("plotRatio", 0.65, "termYears", "住宅70/商业40"));
        parcel.get()
                .body("plotRatio", equalTo(0.65f))
                .body("termYears", equalTo("住宅70/商业40"))
                .body("findings", empty());
    }

    @Test
    void asksOfWhichUseEachOfSeveralTermsIs() {
        check(Map.of("termYears", "10/40/70"))
                .body("findings.rule", contains("FORMAT"))
                .body("findings[0].pointer", equalTo("/termYears"))
                .body("findings[0].message", containsString("用途"));
        check(Map.of("termYears", "工业10/商业40/住宅70")).body("findings", empty());
        check(Map.of("termYears", 700)).body("findings.rule", contains("FORMAT"));
    }

    @Test
    void reckonsThePriceByMuAndTheAreaFromTheSurvey() {
        Map<String, Object> surveyed = new HashMap<>(Map.of("areaSqm", 70256.33, "startPriceYuan", 6290000));
        surveyed.put("areaMu", null);
        GivenListing.parcel("150622", surveyed)
                .get()
                .body("computedAreaMu", equalTo(105.384f))
                .body("startPriceWanPerMu", equalTo(5.97f));
    }

    @Test
    void needsOneOfTheAreasAndNoPrivateNumber() {
        Map<String, Object> with = new HashMap<>();
        with.put("areaSqm", null);
        with.put("areaMu", null);
        with.put("contactPhone", "13847712345");
        check(with).body("findings.rule", containsInAnyOrder("REQUIRED", "V48"));
    }

    @Test
    void findsLandByAreaUseAndPrice() {
        GivenListing large = GivenListing.parcel("150622", Map.of("areaSqm", 900_000, "areaMu", 1350));
        GivenListing small = GivenListing.parcel("150622", Map.of());
        list("minAreaMu=1300&landUse=INDUSTRIAL_2")
                .body("items.id", hasItem(large.id()))
                .body("items.id", not(hasItem(small.id())));
        list("maxStartPriceWanPerMu=1")
                .body("items.id", hasItem(large.id()))
                .body("items.id", not(hasItem(small.id())));
        list("sort=-areaMu").body("items[0].areaMu", equalTo(1350));
    }

    @Test
    void refusesAnAreaThatNoColumnHolds() {
        Map<String, Object> fields = new HashMap<>(GivenListing.parcelFields(GivenListing.uniqueName()));
        fields.put("areaSqm", 1_000_000_000_000L);
        GivenListing.create("land-parcels", "150622", fields)
                .statusCode(400)
                .body("errors.pointer", contains("/areaSqm"));
    }

    @Test
    void pagesByAreaWhateverItsDecimals() {
        String mark = GivenListing.uniqueName();
        for (int at = 1; at <= 3; at++) {
            GivenListing.parcel("150622", Map.of("location", mark, "areaSqm", 70256.33 + at, "areaMu", 105.385))
                    .published();
        }
        for (String base : List.of("/api/v1/land-parcels", "/api/v1/public/land-parcels")) {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                var page = Given.signedIn("150622")
                        .get(base + "?limit=1&sort=-areaMu&q=" + mark + cursor)
                        .then()
                        .statusCode(200)
                        .extract();
                seen.addAll(page.path("items.id"));
                String next = page.path("nextCursor");
                cursor = next == null ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
            assertThat(seen).as(base).hasSize(3).doesNotHaveDuplicates();
        }
    }

    private static ValidatableResponse list(String query) {
        return Given.signedIn("150622")
                .get("/api/v1/land-parcels?limit=1000&" + query)
                .then()
                .statusCode(200);
    }
}
