package org.zhaoshang.projects;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;

@QuarkusTest
class ProjectFormTest {
    private static final String FIELDS = "/api/v1/project-fields";

    @Test
    void speaksTheCallersLanguage() {
        Given.signedIn("150622")
                .get(FIELDS)
                .then()
                .statusCode(200)
                .body("items", hasSize(ProjectForm.FORM.fields().size()))
                .body("items.find { it.name == 'totalInvestmentYuan' }.label", equalTo("总投资"))
                .body("items.find { it.name == 'totalInvestmentYuan' }.unit", equalTo("元"))
                .body("items.find { it.name == 'totalInvestmentYuan' }.necessity", equalTo("REQUIRED"));
        Given.signedIn("bureau")
                .header("Accept-Language", "en")
                .get(FIELDS)
                .then()
                .body("items.find { it.name == 'totalInvestmentYuan' }.label", equalTo("Total investment"))
                .body("items.find { it.name == 'totalInvestmentYuan' }.labelZh", equalTo("总投资"));
    }

    @Test
    void namesOptionsAndLists() {
        Given.signedIn("150622")
                .get(FIELDS)
                .then()
                .body("items.find { it.name == 'cooperationModes' }.options.label", hasItem("独资"))
                .body("items.find { it.name == 'industryCode' }.codes", equalTo("industries"))
                .body("items.find { it.name == 'industryCode' }.options", nullValue())
                .body("items.find { it.name == 'name' }.maxLength", equalTo(100))
                .body(
                        "items.find { it.name == 'principleChecks' }.fields.name",
                        contains("principleChecks/check", "principleChecks/answer", "principleChecks/note"));
    }

    @Test
    void asksForASignIn() {
        Given.nobody().get(FIELDS).then().statusCode(401);
    }
}
