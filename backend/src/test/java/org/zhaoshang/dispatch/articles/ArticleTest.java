package org.zhaoshang.dispatch.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.dispatch.GivenMonth;
import org.zhaoshang.shared.time.CityClock;

/** The texts of a report become articles with its submission, and the bureau chooses among them. */
@QuarkusTest
class ArticleTest {
    private static final String UNIT = "150626";
    private static final Map<String, Object> STANDING =
            Map.of("justifications", List.of(Map.of("rule", "V28", "text", "冬季停工")));

    @Inject
    CityClock clock;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void aTextIsOfferedWithItsReportAndChosenByTheBureau() {
        clock.startAt(GivenMonth.at("2023-03-20T10:00:00"));
        GivenMonth report = GivenMonth.of("2023-03", UNIT);
        report.patch(STANDING).statusCode(200);
        report.patch(Map.of("experience", "驻点招商三个月，签约两个项目", "suggestions", " 增加用地指标 "))
                .statusCode(200);
        report.get("/articles").statusCode(200).body("items", empty());
        report.submit().statusCode(200);
        report.get("/articles")
                .statusCode(200)
                .body("items.kind", contains("EXPERIENCE", "SUGGESTION"))
                .body("items.title", contains("乌审旗2023年3月好的经验和做法", "乌审旗2023年3月工作建议"))
                .body("items.body", contains("驻点招商三个月，签约两个项目", "增加用地指标"))
                .body("items.state", everyItem(equalTo("OFFERED")))
                .body("items[0].allowedActions", empty());
        String experience = report.get("/articles").extract().path("items[0].id");
        String suggestion = report.get("/articles").extract().path("items[1].id");

        edit(experience, Map.of("title", "驻点招商见实效", "body", "驻点招商三个月，签约项目两个。"))
                .statusCode(200)
                .body("title", equalTo("驻点招商见实效"))
                .body("source", equalTo("驻点招商三个月，签约两个项目"));
        edit(experience, Map.of("title", "")).statusCode(400).body("errors.pointer", hasItem("/title"));
        act(experience, "adopt", Map.of())
                .statusCode(200)
                .body("state", equalTo("ADOPTED"))
                .body("allowedActions", contains("edit", "decline"));
        act(experience, "adopt", Map.of()).statusCode(409).body("errors.rule", contains("STATE"));
        act(suggestion, "decline", Map.of()).statusCode(400).body("errors.pointer", contains("/reason"));
        act(suggestion, "decline", Map.of("reason", "与上期重复"))
                .statusCode(200)
                .body("state", equalTo("DECLINED"))
                .body("reason", equalTo("与上期重复"));
        Given.signedIn(UNIT).get("/api/v1/notifications").then().body("items.title", hasItem("稿件“驻点招商见实效”被简报采用"));
        Given.signedIn("bureau")
                .get("/api/v1/articles?month=2023-03&unitCode=" + UNIT + "&state=ADOPTED&q=驻点")
                .then()
                .statusCode(200)
                .body("items.id", contains(experience));
        Given.signedIn("bureau")
                .get("/api/v1/articles/" + experience + "/history")
                .then()
                .body("items.action", contains("adopt", "update", "offer"));

        // Sent back and submitted again: a text that stayed keeps its choice, another one is looked at anew, none goes.
        report.as("bureau", "return", Map.of("reason", "请补充数据")).statusCode(200);
        report.patch(Map.of("problems", "缺少熟练工人", "suggestions", "增加用地指标 500 亩"))
                .statusCode(200);
        report.submit().statusCode(200);
        report.get("/articles")
                .body("items.kind", contains("EXPERIENCE", "PROBLEM", "SUGGESTION"))
                .body("items.state", contains("ADOPTED", "OFFERED", "OFFERED"))
                .body("items[0].body", equalTo("驻点招商三个月，签约项目两个。"))
                .body("items[2].body", equalTo("增加用地指标 500 亩"))
                .body("items[2].reason", nullValue());
        report.as("bureau", "return", Map.of("reason", "请再核对")).statusCode(200);
        report.patch(Map.of("experience", "")).statusCode(200);
        report.submit().statusCode(200);
        report.get("/articles").body("items.kind", contains("PROBLEM", "SUGGESTION"));
    }

    @Test
    void isRefusedWhatCanNotBeRead() {
        for (String wrong : List.of("kind=NEWS", "state=NEW", "sort=title", "q=一", "cursor=zzz")) {
            Given.signedIn("bureau").get("/api/v1/articles?" + wrong).then().statusCode(400);
        }
        Given.signedIn("bureau")
                .get("/api/v1/monthly-reports/2021-13/" + UNIT + "/articles")
                .then()
                .statusCode(404);
    }

    @Test
    void aPageGoesOnWhereTheLastEnded() {
        clock.startAt(GivenMonth.at("2023-04-20T10:00:00"));
        for (String unit : List.of("150624", "150625")) {
            GivenMonth report = GivenMonth.of("2023-04", unit);
            report.patch(STANDING).statusCode(200);
            report.patch(Map.of("experience", "以商招商", "problems", "用地紧张")).statusCode(200);
            report.submit().statusCode(200);
        }
        String cursor = Given.signedIn("leader")
                .get("/api/v1/articles?month=2023-04&limit=3&count=true")
                .then()
                .statusCode(200)
                .body("total", equalTo(4))
                .body("items", hasSize(3))
                .extract()
                .path("nextCursor");
        List<String> last = Given.signedIn("leader")
                .queryParam("cursor", cursor)
                .get("/api/v1/articles?month=2023-04&limit=3")
                .then()
                .statusCode(200)
                .extract()
                .path("items.kind");
        assertThat(last).as("experience first, problems after it").containsExactly("PROBLEM");
    }

    private static ValidatableResponse edit(String article, Map<String, ?> changes) {
        return Given.signedIn("bureau")
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", version(article))
                .body(changes)
                .patch("/api/v1/articles/" + article)
                .then();
    }

    private static ValidatableResponse act(String article, String verb, Map<String, ?> body) {
        return Given.signedIn("bureau")
                .contentType(ContentType.JSON)
                .header("If-Match", version(article))
                .body(body)
                .post("/api/v1/articles/" + article + "/" + verb)
                .then();
    }

    private static String version(String article) {
        return Given.signedIn("bureau")
                .get("/api/v1/articles/" + article)
                .then()
                .extract()
                .header("ETag");
    }
}
