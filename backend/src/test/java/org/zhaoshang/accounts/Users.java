package org.zhaoshang.accounts;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.Given;

/** The administrator's requests on accounts. */
final class Users {
    static final String PATH = "/api/v1/users";
    static final String PASSWORD = "一句够长又好记的初始口令";

    private Users() {}

    static String freshName() {
        return "u-" + UUID.randomUUID().toString().substring(0, 13);
    }

    static Response create(String caller, Object body) {
        return Given.signedIn(caller).contentType(ContentType.JSON).body(body).post(PATH);
    }

    /** A reporter's account that nobody else uses. */
    static Map<String, Object> input(String username) {
        return Map.of(
                "username",
                username,
                "displayName",
                "新填报人",
                "roles",
                new String[] {"REPORTER"},
                "unitCode",
                "150602",
                "password",
                PASSWORD);
    }

    static Response get(String caller, Object id) {
        return Given.signedIn(caller).get(PATH + "/" + id);
    }

    static Response patch(String caller, Object id, @Nullable String ifMatch, Object body) {
        return matching(Given.signedIn(caller), ifMatch)
                .contentType("application/merge-patch+json;charset=UTF-8")
                .body(body)
                .patch(PATH + "/" + id);
    }

    static Response resetPassword(String caller, Object id, @Nullable String ifMatch, Object body) {
        return matching(Given.signedIn(caller), ifMatch)
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH + "/" + id + "/password");
    }

    static Response unlock(String caller, Object id, @Nullable String ifMatch) {
        return matching(Given.signedIn(caller), ifMatch).post(PATH + "/" + id + "/unlock");
    }

    private static RequestSpecification matching(RequestSpecification request, @Nullable String ifMatch) {
        return ifMatch == null ? request : request.header("If-Match", ifMatch);
    }
}
