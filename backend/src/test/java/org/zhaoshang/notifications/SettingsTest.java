package org.zhaoshang.notifications;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.Given;
import org.zhaoshang.accounts.Account;
import org.zhaoshang.accounts.GivenAccount;

/** What a person can decide. */
@QuarkusTest
class SettingsTest {
    @Inject
    GivenAccount accounts;

    private Account anna;

    @BeforeEach
    void someone() {
        anna = accounts.reporterOf("150623");
    }

    private static String choice(String kind) {
        return "kinds.find { it.kind == '" + kind + "' }";
    }

    @Test
    void beginAsTheKindsDo() {
        Inboxes.as(anna)
                .get(GivenSettings.PATH)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("email", nullValue())
                .body("language", equalTo("ZH"))
                .body("mailAvailable", equalTo(true))
                .body(choice("TRIAL_NOTICE") + ".name", equalTo("测试通知"))
                .body(choice("TRIAL_NOTICE") + ".inbox", equalTo(true))
                .body(choice("TRIAL_NOTICE") + ".mail", equalTo(true))
                .body(choice("TRIAL_QUIET") + ".mail", equalTo(false));
    }

    @Test
    void holdWhatWasDecidedAndLeaveATrail() {
        GivenSettings.of(anna)
                .email("  Name.Other+zs@bureau.example.cn ")
                .language("EN")
                .kind("TRIAL_NOTICE", false, false)
                .put()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("email", equalTo("Name.Other+zs@bureau.example.cn"))
                .body(choice("TRIAL_NOTICE") + ".inbox", equalTo(false))
                .body(choice("TRIAL_NOTICE") + ".mail", equalTo(false))
                .body(choice("TRIAL_QUIET") + ".inbox", equalTo(true));
        Given.signedIn("auditor")
                .get("/api/v1/audit-log?subjectKind=notification-settings&subjectId=" + anna.id())
                .then()
                .statusCode(200)
                .body("items.action", hasItem("update"))
                .body("items[0].changes.pointer", hasItem("/email"));
        GivenSettings.of(anna).put().statusCode(200).body("email", nullValue()).body("version", equalTo(2));
    }

    @Test
    void areNotOverwrittenUnseen() {
        Inboxes.as(anna)
                .contentType(ContentType.JSON)
                .body(Map.of("language", "ZH"))
                .put(GivenSettings.PATH)
                .then()
                .statusCode(428);
        GivenSettings.of(anna).saved();
        GivenSettings.put(anna, "\"0\"", Map.of("language", "EN"))
                .statusCode(412)
                .body("current.language", equalTo("ZH"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "name@",
                "@example.cn",
                "name@example",
                "a b@example.cn",
                "name@example.cn, other@example.cn",
                "name@example.cn\r\nBcc: other@example.cn",
                "Name <name@example.cn>",
                ".name@example.cn",
                "na..me@example.cn",
                "name@-example.cn",
                "名@example.cn",
                "\"a b\"@example.cn"
            })
    void refuseWhatIsNoAddress(String email) {
        GivenSettings.of(anna)
                .email(email)
                .put()
                .statusCode(400)
                .body("errors.pointer", contains("/email"))
                .body("errors.rule", contains("FORMAT"));
    }

    @Test
    void refuseKindsNobodyTellsThisPerson() {
        GivenSettings.of(anna)
                .kind("NO_SUCH_KIND", true, true)
                .kind("TRIAL_NOTICE", true, true)
                .kind("TRIAL_NOTICE", false, true)
                .language("FR")
                .put()
                .statusCode(400)
                .body("errors.pointer", contains("/language", "/kinds/0/kind", "/kinds/2/kind"));
        for (Object wrong : List.of(Map.of(), List.of(), Map.of("language", "ZH", "kinds", List.of(Map.of())))) {
            GivenSettings.put(anna, "*", wrong).statusCode(400);
        }
    }

    @Test
    void areNotForMachines() {
        Given.signedIn("admin").get(GivenSettings.PATH).then().statusCode(200);
        Given.nobody().get(GivenSettings.PATH).then().statusCode(401);
    }
}
