package org.zhaoshang.notifications;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhaoshang.accounts.Account;

/** A person's settings, over HTTP. */
final class GivenSettings {
    static final String PATH = "/api/v1/notifications/settings";

    private final Account person;
    private final Map<String, Object> body = new HashMap<>(Map.of("language", "ZH"));
    private final List<Map<String, Object>> kinds = new ArrayList<>();

    private GivenSettings(Account person) {
        this.person = person;
    }

    static GivenSettings of(Account person) {
        return new GivenSettings(person);
    }

    GivenSettings email(String email) {
        body.put("email", email);
        return this;
    }

    GivenSettings language(String language) {
        body.put("language", language);
        return this;
    }

    GivenSettings kind(String kind, boolean inbox, boolean mail) {
        kinds.add(Map.of("kind", kind, "inbox", inbox, "mail", mail));
        return this;
    }

    ValidatableResponse put() {
        body.put("kinds", kinds);
        String version = Inboxes.as(person).get(PATH).header("ETag");
        return put(person, version, body);
    }

    void saved() {
        put().statusCode(200);
    }

    static ValidatableResponse put(Account person, String version, Object body) {
        return Inboxes.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .put(PATH)
                .then();
    }
}
