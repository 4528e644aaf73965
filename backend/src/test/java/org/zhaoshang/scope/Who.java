package org.zhaoshang.scope;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.zhaoshang.Given;

/** One caller of each kind; those of a unit belong to {@link #UNIT}. */
enum Who {
    REPORTER("150622"),
    UNIT_LEAD("150622-lead"),
    CLIENT("demo-150622"),
    BUREAU("bureau"),
    LEADER("leader"),
    EXPERT("expert"),
    ADMIN("admin"),
    AUDITOR("auditor"),
    NOBODY("");

    static final String UNIT = "150622";
    static final String OTHER_UNIT = "150623";

    private final String name;

    Who(String name) {
        this.name = name;
    }

    /** A request with this caller's token. */
    RequestSpecification request() {
        return switch (this) {
            case NOBODY -> Given.nobody();
            case CLIENT -> Given.bearer(clientToken());
            // Each from an address of its own: this walk brings many wrong passwords.
            default -> Given.from("127.0.4.1" + ordinal()).header("Authorization", "Bearer " + Given.token(name));
        };
    }

    private String clientToken() {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(name, name + "-secret")
                .formParam("grant_type", "client_credentials")
                .post("/api/v1/oauth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
