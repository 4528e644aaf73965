package org.zhaoshang.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionRequiredException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.accounts.Account;
import org.zhaoshang.accounts.GivenAccount;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;

/** Who is told what, when, and how often. */
@QuarkusTest
class InboxTest {
    @Inject
    GivenAccount accounts;

    @Inject
    GivenNotice given;

    @Inject
    Notifications notifications;

    @Inject
    EntityManager database;

    private Account anna;
    private Account bert;

    @BeforeEach
    void people() {
        anna = accounts.reporterOf("150623");
        bert = accounts.reporterOf("150624");
    }

    private static String title() {
        return "通知" + UUID.randomUUID();
    }

    @Test
    void tellsThePeopleOfAUnitAndNoOthers() {
        String title = title();
        given.tell(Audience.unit("150623"), title);
        assertThat(Inboxes.titles(anna)).contains(title);
        assertThat(Inboxes.titles(bert)).doesNotContain(title);
        for (String other : List.of("bureau", "leader", "expert", "admin", "auditor", "150622")) {
            List<String> titles = Given.signedIn(other)
                    .get(Inboxes.PATH)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.title");
            assertThat(titles).as(other).doesNotContain(title);
        }
    }

    @Test
    void tellsARoleOrOnePerson() {
        String toLeads = title();
        String toUnits = title();
        String toAnna = title();
        Account office = accounts.with(Role.BUREAU);
        String toOffice = title();
        given.tell(Audience.leadsOf("150623"), toLeads);
        given.tell(Audience.units(), toUnits);
        given.tell(Audience.person(anna.id()), toAnna);
        given.tell(Audience.bureau(), toOffice);
        assertThat(Inboxes.titles(anna)).containsExactly(toAnna, toUnits);
        assertThat(Inboxes.titles(bert)).containsExactly(toUnits);
        assertThat(Inboxes.titles(office)).containsExactly(toOffice);
    }

    @Test
    void saysItInTheReadersLanguageWithThePlaceAndTheDay() {
        QuarkusTransaction.requiringNew()
                .run(() -> notifications.tell(Notice.of(
                                GivenNotice.KIND,
                                Audience.person(anna.id()),
                                "/price-reports/2021/150623",
                                new Text("标题", "A title"))
                        .saying(new Text("内容", "Words"))
                        .due(LocalDate.of(2021, 4, 10))));
        Inboxes.of(anna, "")
                .body("items[0].title", equalTo("标题"))
                .body("items[0].words", equalTo("内容"))
                .body("items[0].page", equalTo("/price-reports/2021/150623"))
                .body("items[0].dueOn", equalTo("2021-04-10"))
                .body("items[0].kind", equalTo("TRIAL_NOTICE"))
                .body("items[0].readAt", nullValue());
        Inboxes.as(anna)
                .header("Accept-Language", "en")
                .get(Inboxes.PATH)
                .then()
                .body("items[0].title", equalTo("A title"))
                .body("items[0].words", equalTo("Words"));
    }

    @Test
    void saysNothingOfAChangeThatDidNotHappen() {
        String title = title();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    notifications.tell(GivenNotice.notice(Audience.person(anna.id()), title));
                    throw new IllegalStateException("the change fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Inboxes.titles(anna)).isEmpty();
        assertThat(rows("select count(*) from notices where title_zh = '" + title + "'"))
                .isZero();
    }

    @Test
    void refusesToSpeakOutsideOfAChange() {
        assertThatThrownBy(() -> notifications.tell(GivenNotice.notice(Audience.person(anna.id()), title())))
                .hasCauseInstanceOf(TransactionRequiredException.class);
    }

    @Test
    void writesAReminderOnceHoweverManyServersWriteItAtOnce() throws Exception {
        String key = "TRIAL:" + UUID.randomUUID();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (ExecutorService servers = Executors.newFixedThreadPool(2)) {
            Future<?> first =
                    servers.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                        remind(key);
                        written.countDown();
                        await(finish);
                    }));
            assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
            Future<?> second =
                    servers.submit(() -> QuarkusTransaction.requiringNew().run(() -> remind(key)));
            Thread.sleep(300);
            assertThat(second.isDone())
                    .as("the second waits for what becomes of the first")
                    .isFalse();
            finish.countDown();
            first.get(20, TimeUnit.SECONDS);
            second.get(20, TimeUnit.SECONDS);
        }
        QuarkusTransaction.requiringNew().run(() -> remind(key));
        assertThat(Inboxes.unread(anna)).isEqualTo(1);
    }

    @Test
    void remindsAfterAllWhenTheFirstWhoWroteItFailed() throws Exception {
        String key = "TRIAL:" + UUID.randomUUID();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (ExecutorService servers = Executors.newFixedThreadPool(2)) {
            Future<?> first =
                    servers.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                        remind(key);
                        written.countDown();
                        await(finish);
                        QuarkusTransaction.setRollbackOnly();
                    }));
            assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
            Future<?> second =
                    servers.submit(() -> QuarkusTransaction.requiringNew().run(() -> remind(key)));
            Thread.sleep(300);
            finish.countDown();
            assertThat(first).failsWithin(20, TimeUnit.SECONDS);
            second.get(20, TimeUnit.SECONDS);
        }
        assertThat(Inboxes.unread(anna)).isEqualTo(1);
    }

    private void remind(String key) {
        notifications.tell(GivenNotice.notice(Audience.person(anna.id()), "提醒").once(key));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void countsAndListsWhatIsUnread() {
        given.tell(Audience.person(anna.id()), "一");
        given.tell(Audience.person(anna.id()), "二");
        given.tell(Audience.person(anna.id()), "三");
        String newest = Inboxes.of(anna, "?count=true")
                .body("items.title", contains("三", "二", "一"))
                .body("total", equalTo(3))
                .extract()
                .path("items[0].id");
        for (int again = 0; again < 2; again++) {
            Inboxes.as(anna)
                    .post(Inboxes.PATH + "/" + newest + "/read")
                    .then()
                    .statusCode(200)
                    .body("readAt", notNullValue());
        }
        Inboxes.of(anna, "?unread=true&count=true")
                .body("items.title", contains("二", "一"))
                .body("total", equalTo(2));
        Inboxes.of(anna, "?unread=false").body("items.title", contains("三"));
        Inboxes.of(anna, "?kind=OTHER").body("items", hasSize(0));
        Inboxes.of(anna, "?kind=OTHER,TRIAL_NOTICE").body("items", hasSize(3));
        for (String wrong : List.of("unread=x", "limit=0", "count=y", "cursor=x")) {
            Inboxes.as(anna).get(Inboxes.PATH + "?" + wrong).then().statusCode(400);
        }
    }

    @Test
    void turnsPagesWithoutLosingARow() {
        for (int number = 0; number < 5; number++) {
            given.tell(Audience.person(anna.id()), "第" + number);
        }
        String cursor = Inboxes.of(anna, "?limit=2")
                .body("items.title", contains("第4", "第3"))
                .extract()
                .path("nextCursor");
        given.tell(Audience.person(anna.id()), "第5");
        cursor = Inboxes.of(anna, "?limit=2&cursor=" + cursor)
                .body("items.title", contains("第2", "第1"))
                .extract()
                .path("nextCursor");
        Inboxes.of(anna, "?limit=2&cursor=" + cursor)
                .body("items.title", contains("第0"))
                .body("nextCursor", nullValue());
    }

    @Test
    void marksAsReadWhatWasOnTheScreenAndNotWhatCameSince() {
        given.tell(Audience.person(anna.id()), "早");
        given.tell(Audience.person(anna.id()), "中");
        String seen = Inboxes.of(anna, "").extract().path("items[0].id");
        given.tell(Audience.person(anna.id()), "晚");
        Inboxes.readUpTo(anna, seen).statusCode(200).body("read", equalTo(2)).body("unread", equalTo(1));
        Inboxes.of(anna, "?unread=true").body("items.title", contains("晚"));
        Inboxes.readUpTo(anna, seen).statusCode(200).body("read", equalTo(0));
        for (Object wrong : List.of(Map.of(), Map.of("upTo", "x"), List.of())) {
            Inboxes.as(anna)
                    .contentType(ContentType.JSON)
                    .body(wrong)
                    .post(Inboxes.PATH + "/read")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void keepsAnotherPersonsNotificationToThatPerson() {
        given.tell(Audience.person(anna.id()), "私");
        String annas = Inboxes.of(anna, "").extract().path("items[0].id");
        Inboxes.as(bert).post(Inboxes.PATH + "/" + annas + "/read").then().statusCode(404);
        Inboxes.readUpTo(bert, annas).statusCode(404);
        Inboxes.readUpTo(bert, UUID.randomUUID()).statusCode(404);
        assertThat(Inboxes.unread(anna)).isEqualTo(1);
    }

    @Test
    void showsNothingOfAUnitToOneWhoLeftIt() {
        given.tell(Audience.unit("150623"), "本旗");
        given.tell(Audience.person(anna.id()), "个人");
        assertThat(Inboxes.titles(anna)).containsExactly("个人", "本旗");
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update accounts set unit_code = '150624' where id = :id")
                        .setParameter("id", anna.id())
                        .executeUpdate());
        assertThat(Inboxes.titles(anna)).containsExactly("个人");
        assertThat(Inboxes.unread(anna)).isEqualTo(1);
    }

    @Test
    void tellsNobodyWhoMayNotSignIn() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update accounts set disabled = true where id = :id")
                        .setParameter("id", anna.id())
                        .executeUpdate());
        given.tell(Audience.person(anna.id()), "停用");
        assertThat(rows("select count(*) from notifications where account_id = '" + anna.id() + "'"))
                .isZero();
    }

    private long rows(String count) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (long) database.createNativeQuery(count).getSingleResult());
    }
}
