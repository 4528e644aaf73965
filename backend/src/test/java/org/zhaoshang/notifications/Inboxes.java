package org.zhaoshang.notifications;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.zhaoshang.Given;
import org.zhaoshang.accounts.Account;

/** What people find in their inboxes, over HTTP. */
final class Inboxes {
    static final String PATH = "/api/v1/notifications";

    private Inboxes() {}

    static RequestSpecification as(Account person) {
        return Given.signedIn(person.username());
    }

    static ValidatableResponse of(Account person, String query) {
        return as(person).get(PATH + query).then().statusCode(200);
    }

    static List<String> titles(Account person) {
        return of(person, "").extract().path("items.title");
    }

    static int unread(Account person) {
        return of(person, "?unread=true&limit=1&count=true").extract().path("total");
    }

    static ValidatableResponse readUpTo(Account person, Object id) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("upTo", id))
                .post(PATH + "/read")
                .then();
    }
}
