package org.zhaoshang.clients;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.Given;

/** The administrator's requests on clients, and the clients' own. */
final class Scripts {
    static final String PATH = "/api/v1/api-clients";
    static final String TOKEN = "/api/v1/oauth/token";

    private Scripts() {}

    static Map<String, Object> input() {
        return new HashMap<>(Map.of(
                "name", "统计平台",
                "unitCode", "150603",
                "scopes", List.of("projects:read", "projects:write", "calls:read")));
    }

    static Response create(Object body) {
        return Given.signedIn("admin").contentType(ContentType.JSON).body(body).post(PATH);
    }

    static Response patch(String caller, Object id, @Nullable String ifMatch, Object body) {
        RequestSpecification request = Given.signedIn(caller)
                .contentType("application/merge-patch+json;charset=UTF-8")
                .body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(PATH + "/" + id);
    }

    static Response rotate(String caller, Object id, @Nullable String ifMatch) {
        RequestSpecification request = Given.signedIn(caller);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).post(PATH + "/" + id + "/secret");
    }

    static Response ask(String clientId, String secret, @Nullable String scope) {
        RequestSpecification request = Given.from("127.0.3.3")
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", clientId)
                .formParam("client_secret", secret);
        return (scope == null ? request : request.formParam("scope", scope)).post(TOKEN);
    }

    /** The token of a client as its creation was answered. */
    static String tokenOf(Response created) {
        return ask(created.path("clientId"), created.path("clientSecret"), null)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    static Response call(String token) {
        return Given.bearer(token).get("/api/v1/projects");
    }

    /** From another address of this machine; all of 127.0.0.0/8 are its own. */
    static HttpResponse<String> askFrom(String address, URI tokens, String clientId, String secret) {
        return from(
                address,
                HttpRequest.newBuilder(tokens)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + secret)));
    }

    static HttpResponse<String> from(String address, HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(address))
                .build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
