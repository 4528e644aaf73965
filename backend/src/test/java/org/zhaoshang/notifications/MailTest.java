package org.zhaoshang.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.accounts.Account;
import org.zhaoshang.accounts.GivenAccount;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.queue.AnotherServer;
import org.zhaoshang.shared.queue.Claims;

/** Mail goes out with the change, once, and when the mail server is back. */
@QuarkusTest
class MailTest {
    private static final String MAILS = "/api/v1/notifications/mails";

    @Inject
    GivenAccount accounts;

    @Inject
    GivenNotice given;

    @Inject
    Notifications notifications;

    @Inject
    MailQueue queue;

    @Inject
    Claims claims;

    @Inject
    AnotherServer another;

    @Inject
    EntityManager database;

    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    private Account anna;
    private String address;

    @BeforeEach
    void someoneWithAnAddress() {
        anna = accounts.reporterOf("150623");
        address = anna.username() + "@example.cn";
        GivenSettings.of(anna).email(address).saved();
    }

    /** What never went out is of no concern to other tests. */
    @AfterEach
    void emptyTheOutbox() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from notification_mails")
                        .executeUpdate());
    }

    private Audience toAnna() {
        return Audience.person(anna.id());
    }

    private static void eventually(BooleanSupplier what) throws InterruptedException {
        for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                System.nanoTime() < end && !what.getAsBoolean(); ) {
            Thread.sleep(50);
        }
        assertThat(what.getAsBoolean()).isTrue();
    }

    private String state(Account person) {
        return (String) QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select max(state) from notification_mails where account_id = :id")
                        .setParameter("id", person.id())
                        .getSingleResult());
    }

    private UUID only() {
        return QuarkusTransaction.requiringNew().call(() -> (UUID)
                database.createNativeQuery("select id from notification_mails where account_id = :id", UUID.class)
                        .setParameter("id", anna.id())
                        .getSingleResult());
    }

    private void change(String assignment) {
        QuarkusTransaction.requiringNew().run(() -> set(assignment));
    }

    private void set(String assignment) {
        database.createNativeQuery("update notification_mails set " + assignment + " where account_id = :id")
                .setParameter("id", anna.id())
                .executeUpdate();
    }

    private static ValidatableResponse mails(String query) {
        return Given.signedIn("admin").get(MAILS + query).then().statusCode(200);
    }

    @Test
    void leavesWithTheCommitAndSaysWhatTheInboxSays() throws Exception {
        try (MailServer server = new MailServer(port)) {
            QuarkusTransaction.requiringNew().run(() -> {
                notifications.tell(Notice.of(
                                GivenNotice.KIND,
                                toAnna(),
                                "/projects/1",
                                new Text("“硅材料”被退回", "“Silicon” was returned"))
                        .saying(new Text("请核对<总投资>", "Check the <total>"))
                        .due(LocalDate.of(2021, 4, 10)));
                try {
                    Thread.sleep(500);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                assertThat(server.to(address)).as("before the commit").isEmpty();
            });
            eventually(() -> "SENT".equals(state(anna)));
            MailServer.Received mail = server.to(address).getFirst();
            assertThat(mail.header("Subject")).isEqualTo("“硅材料”被退回");
            assertThat(mail.header("From")).contains("zhaoshang@example.cn");
            assertThat(mail.header("To")).isEqualTo(address);
            assertThat(mail.header("Message-ID")).isEqualTo("<" + only() + "@example.cn>");
            assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.body())
                    .contains("请核对<总投资>", "请核对&lt;总投资&gt;", "2021年4月10日", "https://zs.example.cn/projects/1");
            assertThat(server.to(address)).hasSize(1);
            assertThat(server.greetings()).containsOnly("EHLO example.cn");
            assertThat(Inboxes.titles(anna)).containsExactly("“硅材料”被退回");
        }
    }

    @Test
    void speaksTheLanguageOfThePerson() throws Exception {
        GivenSettings.of(anna).email(address).language("EN").saved();
        try (MailServer server = new MailServer(port)) {
            given.tell(toAnna(), "退回");
            eventually(() -> "SENT".equals(state(anna)));
            assertThat(server.to(address).getFirst().header("Subject")).isEqualTo("en 退回");
            assertThat(server.to(address).getFirst().body()).contains("Dear ", "please do not reply");
        }
    }

    @Test
    void waitsForAServerThatIsDownAndLosesNothing() throws Exception {
        for (int number = 0; number < 3; number++) {
            given.tell(toAnna(), "等待" + number);
        }
        eventually(() -> mails("?state=WAITING").extract().<List<Integer>>path("items.failures").stream()
                .anyMatch(failures -> failures > 0));
        mails("?state=WAITING&count=true")
                .body("total", equalTo(3))
                .body("items[0].username", equalTo(anna.username()))
                .body("items[0].kindName", equalTo("测试通知"))
                .body("items.find { it.failures > 0 }.lastError", notNullValue())
                .body("toString()", not(containsString("等待")));
        try (MailServer server = new MailServer(port)) {
            eventually(() -> server.to(address).size() == 3);
            eventually(() -> "SENT".equals(state(anna)));
            Thread.sleep(500);
            assertThat(server.to(address))
                    .extracting(mail -> mail.header("Subject"))
                    .containsExactlyInAnyOrder("等待0", "等待1", "等待2");
            mails("?state=WAITING,UNDELIVERED&count=true").body("total", equalTo(0));
        }
    }

    @Test
    void goesOutOnceHoweverManyServersSend() throws Exception {
        int many = 10;
        IntStream.range(0, many).forEach(number -> given.tell(toAnna(), "并发" + number));
        try (MailServer server = new MailServer(port).slow(100);
                ExecutorService servers = Executors.newFixedThreadPool(3)) {
            List<? extends Future<?>> all = IntStream.range(0, 3)
                    .mapToObj(number -> servers.submit(() -> {
                        for (int look = 0; look < 60 && server.to(address).size() < many; look++) {
                            another.look(queue);
                            Thread.sleep(100);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
            eventually(() -> mails("?state=WAITING&count=true").extract().<Integer>path("total") == 0);
            assertThat(server.to(address))
                    .extracting(mail -> mail.header("Subject"))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, many)
                            .mapToObj(number -> "并发" + number)
                            .toList());
        }
    }

    @Test
    void isTheSameMessageWhenAServerEndedBeforeItCouldNoteThatItWasSent() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> {
            notifications.tell(GivenNotice.notice(toAnna(), "中断"));
            set("next_try_at = created_at + interval '1 day'"); // out of the way of this server's own thread
        });
        UUID id = only();
        try (MailServer server = new MailServer(port)) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        assertThat(claims.take(id)).isTrue();
                        queue.work(id);
                        throw new IllegalStateException("the server ends here");
                    }))
                    .hasMessageContaining("ends here");
            change("next_try_at = created_at");
            eventually(() -> "SENT".equals(state(anna)));
            assertThat(server.to(address).stream()
                            .map(mail -> mail.header("Message-ID"))
                            .distinct())
                    .as("twice at most, and then recognised")
                    .containsExactly("<" + id + "@example.cn>");
            assertThat(server.to(address)).hasSize(2);
        }
    }

    @Test
    void isTriedAgainAndGivenUpInTheSightOfTheAdministrator() throws Exception {
        try (MailServer server = new MailServer(port).refusing(address, "550 5.1.1 no such user")) {
            given.tell(toAnna(), "退信");
            eventually(() -> mails("?state=WAITING")
                    .extract()
                    .<List<Integer>>path("items.failures")
                    .contains(1));
            mails("?state=WAITING").body("items[0].lastError", containsString("no such user"));
            change("next_try_at = created_at");
            eventually(() -> mails("?state=WAITING")
                    .extract()
                    .<List<Integer>>path("items.failures")
                    .contains(2));
            change("created_at = created_at - interval '2 days', next_try_at = created_at");
            eventually(() -> "UNDELIVERED".equals(state(anna)));
            mails("?state=UNDELIVERED").body("items[0].failures", equalTo(3)).body("items[0].endedAt", notNullValue());
            assertThat(server.to(address)).isEmpty();
        }
    }

    @Test
    void comesWhenAServerThatWasBusyTakesIt() throws Exception {
        try (MailServer server = new MailServer(port).refusing(address, "451 4.7.1 try later")) {
            given.tell(toAnna(), "稍后");
            eventually(() -> mails("?state=WAITING")
                    .extract()
                    .<List<Integer>>path("items.failures")
                    .contains(1));
            mails("?state=WAITING").body("items[0].nextTryAt", greaterThan(mailsCreated()));
            server.takeAgain(address);
            change("next_try_at = created_at");
            eventually(() -> server.to(address).size() == 1);
        }
    }

    private static String mailsCreated() {
        return mails("?state=WAITING").extract().path("items[0].createdAt");
    }

    @Test
    void waitsForAServerThatSaysNothingNoLongerThanAFewSeconds() throws Exception {
        try (MailServer server = new MailServer(port).mute()) {
            given.tell(toAnna(), "无声");
            eventually(() -> mails("?state=WAITING").extract().<List<Integer>>path("items.failures").stream()
                    .anyMatch(failures -> failures > 0));
            server.speak();
            eventually(() -> "SENT".equals(state(anna)));
        }
    }

    @Test
    void letsNobodyWriteHeadersThroughATitle() throws Exception {
        try (MailServer server = new MailServer(port)) {
            given.tell(toAnna(), "标题\r\nBcc: other@example.cn\r\n\r\n正文");
            eventually(() -> "SENT".equals(state(anna)));
            MailServer.Received mail = server.to(address).getFirst();
            assertThat(mail.header("Bcc")).isNull();
            assertThat(mail.header("Subject")).isEqualTo("标题 Bcc: other@example.cn 正文");
            assertThat(server.to("other@example.cn")).isEmpty();
        }
    }

    @Test
    void isNotWrittenForOneWhoWantsNone() {
        given.tell(toAnna(), "写");
        assertThat(state(anna)).isEqualTo("WAITING");
        Account bert = accounts.reporterOf("150623");
        given.tell(Audience.person(bert.id()), "没有邮箱");
        assertThat(state(bert)).isNull();
        GivenSettings.of(bert).email(address).kind("TRIAL_NOTICE", true, false).saved();
        given.tell(Audience.person(bert.id()), "不要邮件");
        assertThat(state(bert)).isNull();
        QuarkusTransaction.requiringNew()
                .run(() -> notifications.tell(Notice.of(
                        GivenNotice.QUIET, Audience.person(bert.id()), "/", new Text("默认不发", "Not by default"))));
        assertThat(state(bert)).isNull();
        GivenSettings.of(bert).email(address).kind("TRIAL_QUIET", false, true).saved();
        QuarkusTransaction.requiringNew()
                .run(() -> notifications.tell(
                        Notice.of(GivenNotice.QUIET, Audience.person(bert.id()), "/", new Text("只要邮件", "Only mail"))));
        assertThat(state(bert)).isEqualTo("WAITING");
        assertThat(Inboxes.titles(bert)).doesNotContain("只要邮件").contains("默认不发");
    }

    @Test
    void goesToTheAddressThePersonHasWhenItIsSentAndToNobodyWhoLeft() throws Exception {
        given.tell(Audience.unit("150623"), "改邮箱");
        GivenSettings.of(anna).email("new-" + address).saved();
        try (MailServer server = new MailServer(port)) {
            eventually(() -> "SENT".equals(state(anna)));
            assertThat(server.to("new-" + address)).hasSize(1);
            assertThat(server.to(address)).isEmpty();
        }
        emptyTheOutbox();
        given.tell(Audience.unit("150623"), "调离");
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update accounts set unit_code = '150624' where id = :id")
                        .setParameter("id", anna.id())
                        .executeUpdate());
        try (MailServer server = new MailServer(port)) {
            eventually(() -> "DROPPED".equals(state(anna)));
            assertThat(server.to("new-" + address)).isEmpty();
        }
    }

    @Test
    void isListedForTheAdministratorAlone() {
        for (String other : List.of("bureau", "leader", "auditor", "150622")) {
            Given.signedIn(other).get(MAILS).then().statusCode(403);
        }
        for (String wrong : List.of("?state=NONE", "?limit=x", "?cursor=x")) {
            Given.signedIn("admin").get(MAILS + wrong).then().statusCode(400);
        }
    }
}
