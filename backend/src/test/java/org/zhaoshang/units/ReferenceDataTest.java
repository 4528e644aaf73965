package org.zhaoshang.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

@QuarkusTest
class ReferenceDataTest {
    @Inject
    Units units;

    @Inject
    Parks parks;

    @Inject
    UnitSeed seed;

    @Inject
    EntityManager database;

    @Test
    void holdsTheCityAndItsElevenReportingUnits() {
        Given.signedIn("150622")
                .get("/api/v1/units")
                .then()
                .statusCode(200)
                .body("items", hasSize(12))
                .body("items.findAll { it.reports }", hasSize(11))
                .body("items.find { it.code == '1506A1' }.kind", equalTo("PARK"))
                .body("items[0].code", equalTo("150600"));
        assertThat(units.prefix()).isEqualTo("ORD");
    }

    @Test
    void letsProjectsLieInDistrictsAndBannersOnly() {
        assertThat(units.locations()).hasSize(9).noneMatch(unit -> unit.kind() == Unit.Kind.PARK);
        assertThat(units.isLocation("1506A1")).isFalse();
        assertThat(units.isLocation("150600")).isFalse();
    }

    @Test
    void findsAUnitByFullNameOnly() {
        assertThat(units.byName("鄂托克旗")).map(Unit::code).contains("150624");
        assertThat(units.byName("鄂托克前旗")).map(Unit::code).contains("150623");
        assertThat(units.byName("鄂托克")).isEmpty();
        assertThat(units.byName("杭锦后旗")).isEmpty();
    }

    @Test
    void holdsTwentyFiveIndustriesInSixGroups() {
        Given.signedIn("expert")
                .get("/api/v1/industries")
                .then()
                .statusCode(200)
                .body("items", hasSize(25))
                .body("items.groupCode.unique()", hasSize(6))
                .body("items.find { it.code == '3.3' }.name", equalTo("新材料"));
        Given.signedIn("admin")
                .get("/api/v1/gb-industries")
                .then()
                .statusCode(200)
                .body("items", hasSize(97));
    }

    @Test
    void listsParksWithoutTotalsAndStatistics() {
        Given.signedIn("150622").get("/api/v1/parks").then().statusCode(200).body("items", hasSize(15));
        assertThat(parks.all())
                .noneMatch(park -> park.name().contains("合计") || park.name().contains("2016"));
        assertThat(parks.all()).allMatch(park -> park.unitCode() == null || units.reports(park.unitCode()));
    }

    @Test
    void statesRulesInTheCallersLanguage() {
        Given.signedIn("150622")
                .get("/api/v1/rules")
                .then()
                .statusCode(200)
                .body("items.find { it.id == 'V01' }.message", startsWith("总投资"));
        Given.signedIn("150622")
                .header("Accept-Language", "en")
                .get("/api/v1/rules")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("REQUIRED"))
                .body("items.find { it.id == 'V01' }.message", startsWith("Total investment"));
    }

    @Test
    void asksForASignIn() {
        for (String path : List.of("units", "parks", "industries", "gb-industries", "rules", "principles", "calls")) {
            Given.nobody().get("/api/v1/" + path).then().statusCode(401);
        }
    }

    @Test
    void changesAndAuditsNothingWhenPlantedAgain() {
        long before = audited();
        QuarkusTransaction.requiringNew().run(seed::plant);
        assertThat(audited()).isEqualTo(before).isGreaterThanOrEqualTo(12 + 15 + 25 + 97);
    }

    private long audited() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        (long) database.createNativeQuery("select count(*) from audit_entries where action = 'load'")
                                .getSingleResult());
    }
}
