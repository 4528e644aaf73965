package org.zhaoshang.prices;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.zhaoshang.Given;

/** Prices over HTTP; each test in a park of its own, where no other test's prices are valid. */
final class GivenPrice {
    static final String UNIT = "150622";
    static final String PATH = "/api/v1/factor-prices";

    private GivenPrice() {}

    static String park() {
        return "示例园区" + UUID.randomUUID().toString().substring(0, 8);
    }

    static Map<String, Object> body(String park, String item, Object low, String from) {
        Map<String, Object> body = new HashMap<>();
        body.put("parkName", park);
        body.put("itemCode", item);
        body.put("priceLow", low);
        body.put("validFrom", from);
        return body;
    }

    static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        body.put(name, value);
        return body;
    }

    static ValidatableResponse post(String account, Object body) {
        return Given.signedIn(account)
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then();
    }

    static ValidatableResponse post(Object body) {
        return post(UNIT, body);
    }

    static String create(Object body) {
        return post(body).statusCode(201).extract().path("id");
    }

    static ValidatableResponse get(String id) {
        return get(UNIT, id);
    }

    static ValidatableResponse get(String account, String id) {
        return Given.signedIn(account).get(PATH + "/" + id).then();
    }

    static String version(String id) {
        return get(id).statusCode(200).extract().header("ETag");
    }

    static ValidatableResponse patch(String id, Object changes) {
        return patch(UNIT, id, changes);
    }

    static ValidatableResponse patch(String account, String id, Object changes) {
        return Given.signedIn(account)
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", get(account, id).statusCode(200).extract().header("ETag"))
                .body(changes)
                .patch(PATH + "/" + id)
                .then();
    }

    static ValidatableResponse delete(String id) {
        return Given.signedIn(UNIT)
                .header("If-Match", version(id))
                .delete(PATH + "/" + id)
                .then();
    }
}
