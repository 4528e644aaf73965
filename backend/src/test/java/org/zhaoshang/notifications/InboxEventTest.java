package org.zhaoshang.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.accounts.Account;
import org.zhaoshang.accounts.GivenAccount;

/** Events as a browser gets them. */
@QuarkusTest
class InboxEventTest {
    @TestHTTPResource("/api/v1/notifications/events")
    URI address;

    @Inject
    GivenAccount accounts;

    @Inject
    GivenNotice given;

    private Stream<String> events(Account person) throws Exception {
        HttpResponse<Stream<String>> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Bearer " + Given.token(person.username()))
                                .header("Accept", "text/event-stream")
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().filter(line -> line.startsWith("data:"));
    }

    @Test
    void comeOfWhatHappensWhileOneLooksAndOfNobodyElse() throws Exception {
        Account anna = accounts.reporterOf("150623");
        Account bert = accounts.reporterOf("150623");
        List<String> seen = new ArrayList<>();
        try (Stream<String> events = events(anna)) {
            Iterator<String> lines = events.iterator();
            seen.add(lines.next());
            given.tell(Audience.person(bert.id()), "他人");
            given.tell(Audience.person(anna.id()), "本人");
            lines.forEachRemaining(seen::add); // a stream lasts two seconds in the tests
        }
        assertThat(seen).hasSize(2);
        assertThat(seen.getFirst()).contains("\"unread\":0");
        assertThat(seen.getLast()).contains("\"unread\":1", "\"newest\":");
        try (Stream<String> events = events(bert)) {
            assertThat(events.findFirst()).get().asString().contains("\"unread\":1");
        }
    }

    @Test
    void areForPeopleWhoSignedIn() {
        Given.nobody().get(Inboxes.PATH + "/events").then().statusCode(401);
    }
}
