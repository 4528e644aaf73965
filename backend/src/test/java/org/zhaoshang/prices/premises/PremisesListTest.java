package org.zhaoshang.prices.premises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.Given;

/** Finding premises as someone with a project asks. */
@QuarkusTest
class PremisesListTest {
    private static ValidatableResponse list(String query) {
        return Given.signedIn("150624").get("/api/v1/premises?" + query).then();
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
        "state,IDLE,REUSED",
        "publiclyListed,false,true",
        "hasFindings,false,true",
        "verified,true,false",
    })
    void findsByWhatAProjectNeeds(String parameter, String fits, String not) {
        String name = GivenListing.uniqueName();
        GivenListing premises =
                GivenListing.premises("150624", Map.of("name", name, "longitude", 109.78, "latitude", 39.61));
        list("q=" + name + "&" + parameter + "=" + fits).statusCode(200).body("items.id", contains(premises.id()));
        list("q=" + name + "&" + parameter + "=" + not).statusCode(200).body("items", empty());
    }

    @Test
    void findsWhatIsOfferedBothWaysUnderEither() {
        GivenListing both = GivenListing.premises("150624", Map.of("offer", "RENT_OR_SALE"));
        list("limit=1000&offer=RENT").body("items.id", hasItem(both.id()));
        list("limit=1000&offer=SALE").body("items.id", hasItem(both.id()));
        list("limit=1000&offer=RENT_OR_SALE").body("items.id", hasItem(both.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minFreeAreaSqm=much",
                "offer=GIFT",
                "kind=x",
                "state=AVAILABLE",
                "bbox=1,2,3",
                "bbox=a,b,c,d",
                "verified=maybe",
                "sort=price",
                "cursor=x",
                "limit=0",
                "q=一",
                "minCraneTon=1e400"
            })
    void refusesWhatItCanNotRead(String query) {
        list(query).statusCode(400).body("errors", hasSize(1));
    }

    @Test
    void pagesWithoutLosingARowInAnyOrder() {
        String mark = GivenListing.uniqueName();
        for (int at = 0; at < 5; at++) {
            GivenListing.premises("150624", Map.of("address", mark, "freeAreaSqm", 100 * at));
        }
        for (String sort : List.of("-updatedAt", "name", "-freeAreaSqm", "code")) {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                var page = list("q=" + mark + "&limit=2&count=true&sort=" + sort + cursor)
                        .statusCode(200)
                        .body("total", equalTo(5))
                        .extract();
                seen.addAll(page.path("items.id"));
                String next = page.path("nextCursor");
                cursor = next == null ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
            assertThat(seen).as(sort).hasSize(5).doesNotHaveDuplicates();
        }
    }

    @Test
    void showsAUnitItsOwnAndALeaderWhatIsPublic() {
        GivenListing own = GivenListing.premises("150624");
        GivenListing shown = GivenListing.premises("150624").published();
        Given.signedIn("150623")
                .get("/api/v1/premises?limit=1000&unitCode=150624")
                .then()
                .body("items", empty());
        Given.signedIn("leader")
                .get("/api/v1/premises?limit=1000&unitCode=150624")
                .then()
                .body("items.id", hasItem(shown.id()))
                .body("items.id", not(hasItem(own.id())));
    }
}
