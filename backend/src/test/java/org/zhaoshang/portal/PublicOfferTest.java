package org.zhaoshang.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.Given;
import org.zhaoshang.prices.premises.GivenListing;
import org.zhaoshang.shared.files.GivenPicture;
import org.zhaoshang.shared.time.CityClock;

/** Premises and parcels as anyone sees them. */
@QuarkusTest
class PublicOfferTest {
    private static final String PREMISES = "/api/v1/public/premises";
    private static final Map<String, String> REASON = Map.of("reason", "测试");

    @Inject
    UnverifiedSweep sweep;

    @Inject
    CityClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    private static ValidatableResponse shown(GivenListing listing) {
        return given().get(PREMISES + "/" + listing.id()).then();
    }

    private static ValidatableResponse found(String query) {
        return given().get(PREMISES + "?" + query).then();
    }

    @Test
    void showsWhatIsPublishedAndNothingThatIsPrivate() {
        String name = GivenListing.uniqueName();
        GivenListing premises = GivenListing.premises(
                "150622", Map.of("name", name, "titleNo", "蒙2021不动产权001", "encumbrance", "抵押给示例银行"));
        shown(premises).statusCode(404);
        premises.published();
        String document = shown(premises)
                .statusCode(200)
                .body("name", equalTo(name))
                .body("unitName", equalTo("准格尔旗"))
                .body("state", equalTo("IDLE"))
                .body("ownerPhone", equalTo("0477-0150622"))
                .body("utilisationPct", equalTo(37.5f))
                .body("craneTon", equalTo(10))
                .extract()
                .asString();
        assertThat(document).doesNotContain("不动产权", "抵押", "原企业搬迁", "idleReason", "findings", "updatedBy");
    }

    @Test
    void showsThePicturesThatTheBureauPublished() {
        for (GivenListing listing : List.of(GivenListing.premises("150622"), GivenListing.parcel("150622", Map.of()))) {
            String first = picture(listing, "厂房.jpg");
            String address = listing.path().replace("/v1/", "/v1/public/");
            listing.published();
            String second = picture(listing, "内景.jpg");
            given().get(address)
                    .then()
                    .body("pictures.id", contains(first))
                    .body("pictures[0].url", equalTo(address + "/pictures/" + first));
            given().get(address + "/pictures/" + second).then().statusCode(404);
            var shown = given().get(address + "/pictures/" + first);
            shown.then().statusCode(200).contentType("image/jpeg").header("X-Content-Type-Options", "nosniff");
            given().header("If-None-Match", shown.header("ETag"))
                    .get(address + "/pictures/" + first)
                    .then()
                    .statusCode(304);
            listing.get().body("changedSince", equalTo(true));
            listing.published();
            given().get(address).then().body("pictures.id", contains(first, second));
            Given.signedIn("150622")
                    .delete(listing.path() + "/attachments/" + first)
                    .then()
                    .statusCode(204);
            given().get(address).then().body("pictures.id", contains(second));
            given().get(address + "/pictures/" + first).then().statusCode(404);
            listing.as("bureau", "unpublish", REASON).statusCode(200);
            given().get(address + "/pictures/" + second).then().statusCode(404);
        }
    }

    private static String picture(GivenListing listing, String name) {
        return Given.signedIn("150622")
                .multiPart("file", name, GivenPicture.jpeg(80, name.length() * 10))
                .post(listing.path() + "/attachments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** V48: in whatever field it stands. */
    @ParameterizedTest
    @ValueSource(strings = {"ownerPhone", "ownerOffice", "address", "utilities", "suitableFor", "crane"})
    void neverShowsAPrivateMobile(String field) {
        GivenListing premises = GivenListing.premises("150622", Map.of(field, "张三 138 4771 2345"));
        premises.as("bureau", "publish", Map.of()).statusCode(422).body("errors.rule", contains("V48"));
        shown(premises).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "minFreeAreaSqm,5000,5001",
        "minStoreyHeightM,9.5,9.6",
        "minFloorLoadTonPerSqm,3,3.1",
        "minPowerKva,1250,1251",
        "minCraneTon,10,11",
        "maxRentYuanPerSqmMonth,8.5,8.4",
        "offer,RENT,SALE",
        "kind,STANDARD_FACTORY,YARD",
        "bbox,'109,39,111,41','100,30,101,31'",
        "state,IDLE,IN_TALKS",
        "verified,true,false",
        "unitCode,150622,150623",
    })
    void findsByWhatAProjectNeeds(String parameter, String fits, String not) {
        String name = GivenListing.uniqueName();
        GivenListing premises = GivenListing.premises(
                        "150622", Map.of("name", name, "longitude", 109.78, "latitude", 39.61))
                .published();
        found("q=" + name + "&" + parameter + "=" + fits).statusCode(200).body("items.id", contains(premises.id()));
        found("q=" + name + "&" + parameter + "=" + not).statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"offer=GIFT", "bbox=1", "verified=perhaps", "sort=price", "state=REUSED", "cursor=x"})
    void refusesWhatItCanNotRead(String query) {
        found(query).statusCode(400);
    }

    @Test
    void answersTheSameAgainWith304UntilItChanges() {
        GivenListing premises = GivenListing.premises("150622").published();
        String tag = shown(premises).extract().header("ETag");
        given().header("If-None-Match", tag)
                .get(PREMISES + "/" + premises.id())
                .then()
                .statusCode(304);
        premises.take("negotiate", Map.of()).statusCode(200);
        given().header("If-None-Match", tag)
                .get(PREMISES + "/" + premises.id())
                .then()
                .statusCode(200)
                .body("state", equalTo("IN_TALKS"));
    }

    @Test
    void keepsWhatWasPublishedUntilTheBureauPublishesTheChange() {
        GivenListing premises = GivenListing.premises("150622").published();
        premises.patch(Map.of("rentYuanPerSqmMonth", 3)).statusCode(200);
        premises.take("negotiate", Map.of()).statusCode(200);
        shown(premises).body("rentYuanPerSqmMonth", equalTo(8.5f)).body("state", equalTo("IN_TALKS"));
        premises.published();
        shown(premises).body("rentYuanPerSqmMonth", equalTo(3));
    }

    @Test
    void writesFilesOfTheSelection() {
        String name = GivenListing.uniqueName();
        GivenListing.premises("150622", Map.of("name", name, "longitude", 109.78, "latitude", 39.61))
                .published();
        given().get(PREMISES + ".csv?q=" + name)
                .then()
                .statusCode(200)
                .body(containsString("可用面积（平方米）"))
                .body(containsString("标准厂房"))
                .body(containsString(name));
        given().get(PREMISES + ".geojson?q=" + name)
                .then()
                .statusCode(200)
                .body("features[0].geometry.coordinates", contains(109.78f, 39.61f))
                .body("features[0].properties.name", equalTo(name));
        String number = GivenListing.uniqueName();
        GivenListing.parcel("150622", Map.of("parcelNo", number)).published();
        for (String list : List.of("land-parcels.csv", "land-parcels.ndjson")) {
            given().get("/api/v1/public/" + list + "?q=" + number)
                    .then()
                    .statusCode(200)
                    .body(containsString(number))
                    .body(containsString("≥0.7"));
        }
        given().get("/api/v1/public/land-parcels?minAreaMu=29&q=" + number)
                .then()
                .body("items.startPriceWanPerMu", contains(12.00f))
                .body("items.investmentIntensityWanPerMu", contains(65.33f));
    }

    @Test
    void tellsPortalsOfEveryStepInOrder() {
        PortalCopy copy = new PortalCopy("premises", "premises", 1000).catchUp();
        GivenListing premises = GivenListing.premises("150622").published();
        assertThat(next(copy).get("premises").get("state").asText()).isEqualTo("IDLE");
        premises.take("negotiate", Map.of()).statusCode(200);
        assertThat(next(copy).get("premises").get("state").asText()).isEqualTo("IN_TALKS");
        premises.take("reuse", Map.of("project", "某项目", "on", "2021-04-10")).statusCode(200);
        JsonNode gone = next(copy);
        assertThat(gone.get("op").asText()).isEqualTo("remove");
        assertThat(gone.get("reason").asText()).isEqualTo("REUSED");
        shown(premises).statusCode(404);
        premises.take("reopen", REASON).statusCode(200);
        premises.published();
        assertThat(next(copy).get("op").asText()).isEqualTo("upsert");
        premises.as("bureau", "unpublish", REASON).statusCode(200);
        assertThat(next(copy).get("reason").asText()).isEqualTo("UNPUBLISHED");

        PortalCopy land = new PortalCopy("land-parcels", "landParcel", 1000).catchUp();
        GivenListing parcel = GivenListing.parcel("150622", Map.of()).published();
        assertThat(next(land).get("landParcel").get("landUse").asText()).isEqualTo("INDUSTRIAL_2");
        parcel.take("grant", Map.of("on", "2021-04-10")).statusCode(200);
        assertThat(next(land).get("reason").asText()).isEqualTo("GRANTED");
        // Each list tells of its own.
        assertThat(copy.poll().get("items")).isEmpty();
        given().get("/api/v1/public/premises/changes?since=nonsense").then().statusCode(400);
    }

    private static JsonNode next(PortalCopy copy) {
        JsonNode items = copy.poll().get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    @Test
    void saysSinceWhenNobodyHasVerifiedIt() {
        LocalDate today = LocalDate.now(CityClock.ZONE);
        GivenListing premises = GivenListing.premises("150622").published();
        shown(premises).body("verifiedUntil", equalTo(today.plusDays(90).toString()));
        PortalCopy copy = new PortalCopy("premises", "premises", 1000).catchUp();
        clock.startAt(Instant.now().plus(60, ChronoUnit.DAYS));
        copy.catchUp(); // as portals do, before its token is too old
        clock.startAt(Instant.now().plus(90, ChronoUnit.DAYS));
        sweep.sweep();
        shown(premises).body("unverifiedSince", nullValue());
        clock.startAt(Instant.now().plus(91, ChronoUnit.DAYS));
        sweep.sweep();
        String since = today.plusDays(91).toString();
        shown(premises).body("unverifiedSince", equalTo(since));
        found("verified=false&limit=1000").body("items.id", org.hamcrest.Matchers.hasItem(premises.id()));
        copy.catchUp();
        assertThat(copy.projects().get(premises.id()).get("unverifiedSince").asText())
                .isEqualTo(since);
        assertThat(sweep.sweep()).isZero();
        premises.take("confirm", Map.of()).statusCode(200);
        shown(premises)
                .body("unverifiedSince", nullValue())
                .body("verifiedUntil", equalTo(today.plusDays(181).toString()));
        found("verified=false&limit=1000").body("items.id", not(org.hamcrest.Matchers.hasItem(premises.id())));
    }
}
