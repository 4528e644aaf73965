package org.zhaoshang.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.Given;
import org.zhaoshang.projects.GivenProject;

/** Cursors are not signed: whoever crafts one gets a refusal or a page, and never reaches the database with what it can not read. */
@QuarkusTest
class CursorTest {
    private static final String ID = new UUID(0, 0).toString();

    /** @param key "TEXT", "NUMBER" or "INSTANT" before an id; "COUNT" or "ID" alone */
    record Paged(String user, String path, String order, String key) {
        RequestSpecification request() {
            return user.isEmpty() ? Given.nobody() : Given.signedIn(user);
        }

        Response page(String cursor) {
            RequestSpecification asked = request().queryParam("cursor", cursor);
            return (order.equals("-id") ? asked : asked.queryParam("sort", order)).get(path);
        }

        Response after(String key) {
            return page(Cursor.word(order, order.equals("-id") ? List.of(key) : List.of(key, ID)));
        }
    }

    private static Stream<Paged> both(String user, String path, String order, String key) {
        return Stream.of(new Paged(user, path, order, key), new Paged(user, path, "-" + order, key));
    }

    static Stream<Paged> lists() {
        return Stream.of(
                        both("bureau", "/api/v1/projects", "updatedAt", "INSTANT"),
                        both("bureau", "/api/v1/projects", "submittedAt", "INSTANT"),
                        both("bureau", "/api/v1/projects", "totalInvestmentYuan", "NUMBER"),
                        both("bureau", "/api/v1/projects", "name", "TEXT"),
                        both("bureau", "/api/v1/projects", "code", "TEXT"),
                        both("bureau", "/api/v1/projects?asOf=2021-03-28", "updatedAt", "INSTANT"),
                        Stream.of(new Paged("", "/api/v1/public/projects", "-publishedAt", "INSTANT")),
                        both("", "/api/v1/public/projects", "totalInvestmentYuan", "NUMBER"),
                        Stream.of(new Paged("", "/api/v1/public/projects", "name", "TEXT")),
                        both("admin", "/api/v1/users", "username", "TEXT"),
                        both("admin", "/api/v1/users", "displayName", "TEXT"),
                        both("admin", "/api/v1/users", "createdAt", "INSTANT"),
                        both("admin", "/api/v1/users", "lastSignInAt", "INSTANT"),
                        both("admin", "/api/v1/api-clients", "name", "TEXT"),
                        both("admin", "/api/v1/api-clients", "createdAt", "INSTANT"),
                        Stream.of(new Paged("auditor", "/api/v1/audit-log", "-id", "COUNT")),
                        Stream.of(new Paged("bureau", "/api/v1/imports", "-id", "ID")))
                .flatMap(orders -> orders);
    }

    private static final List<String> NOBODYS = List.of(
            "yesterday",
            "",
            "\u0000",
            "a\u0000b",
            "\u001f",
            "9".repeat(400),
            "1e400",
            "NaN",
            "Infinity",
            "infinity",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "2021-02-30T00:00:00Z",
            "2021-03-28 00:00:00+00",
            "0000-00-00T00:00:00Z",
            "99999999999999999999999999",
            "\uFFFD\uD83D\uDCA1",
            "' or 1=1 --");

    @ParameterizedTest
    @MethodSource("lists")
    void noKeyOfACursorReachesTheDatabaseUnread(Paged list) {
        for (String key : NOBODYS) {
            Response answer = list.after(key);
            boolean readable = list.key().equals("TEXT") && key.indexOf('\0') < 0;
            assertThat(answer.statusCode()).as("%s after “%s”", list, key).isEqualTo(readable ? 200 : 400);
            if (!readable) {
                // Our own refusal, before the database had to say that it can not read it.
                assertThat(answer.<List<String>>path("errors.pointer")).containsExactly("/cursor");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void takesOnlyWholeCursorsOfItsOwnOrder(Paged list) {
        String key = switch (list.key()) {
            case "INSTANT" -> "2021-03-28T00:00:00Z";
            case "NUMBER", "COUNT" -> "7";
            case "ID" -> ID;
            default -> "示例";
        };
        assertThat(list.after(key).statusCode()).as("%s", list).isEqualTo(200);
        Stream.of(
                        Cursor.word(list.order(), List.of()),
                        Cursor.word(list.order(), List.of(key, ID, ID)),
                        Cursor.word(list.order(), List.of(key, "nobody")),
                        Cursor.word(list.order(), List.of(key, "\u0000")),
                        Cursor.word(list.order() + "x", List.of(key, ID)),
                        Cursor.word("", List.of(key, ID)))
                .forEach(cursor -> assertThat(list.page(cursor).statusCode())
                        .as("%s: %s", list, cursor)
                        .isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%%",
                ".",
                "..",
                "null",
                "[]",
                "{}",
                "AAAA",
                "____",
                "====",
                "\u0000",
                "\uD800",
                "示例",
                "-updatedAt",
                "LXVwZGF0ZWRBdA",
                "eyJhbGciOiJub25lIn0"
            })
    void refusesWhatIsNoCursor(String cursor) {
        lists().forEach(list -> assertThat(list.page(cursor).statusCode())
                .as("%s: %s", list, cursor)
                .isEqualTo(400));
        byte[] noise = new byte[3000];
        new java.util.Random(7).nextBytes(noise);
        String random = Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
        lists().forEach(list -> assertThat(list.page(random).statusCode()).isEqualTo(400));
    }

    @Test
    void historiesPageByTheSameRules() {
        GivenProject project = GivenProject.in("SUBMITTED", "150627");
        Paged history = new Paged("150627", project.path() + "/history", "-id", "COUNT");
        String next = history.request().get(history.path() + "?limit=1").path("nextCursor");
        assertThat(history.page(next).statusCode()).isEqualTo(200);
        noKeyOfACursorReachesTheDatabaseUnread(history);
        takesOnlyWholeCursorsOfItsOwnOrder(history);
    }

    @Test
    void isOneWordThatFitsAnAddressWhateverTheRowIsCalled() {
        GivenProject.complete("150627", "示例 & 项目?#=+%.\"一" + GivenProject.uniqueName());
        GivenProject.complete("150627", "示例 & 项目?#=+%.\"二" + GivenProject.uniqueName());
        Response first = Given.signedIn("150627")
                .queryParam("q", "示例 & 项目?#=+%.")
                .queryParam("sort", "name")
                .queryParam("limit", 1)
                .get("/api/v1/projects");
        assertThat(first.<String>path("nextCursor")).matches("[A-Za-z0-9_-]+");
        String link = first.header("Link");
        Response second = Given.signedIn("150627").urlEncodingEnabled(false).get(link.substring(1, link.indexOf('>')));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.<List<String>>path("items.name"))
                .hasSize(1)
                .doesNotContain(first.<String>path("items[0].name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "many", "1e3", "2.5", "99999999999999999999", "\u0000", ""})
    void refusesALimitThatIsNone(String limit) {
        lists().map(list -> list.request().queryParam("limit", limit).get(list.path()))
                .forEach(answer -> assertThat(answer.statusCode()).isEqualTo(limit.isEmpty() ? 200 : 400));
    }
}
