package org.zhaoshang.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.Kept;
import org.zhaoshang.shared.caller.Role;

@QuarkusTest
class AccountChangeTest {
    @Inject
    GivenAccount accounts;

    @Inject
    Kept kept;

    @Inject
    EntityManager database;

    private static int clicks(String token) {
        return Given.bearer(token).get("/api/v1/auth/me").statusCode();
    }

    private static Map<String, Object> nullUnit(String... roles) {
        Map<String, Object> patch = new HashMap<>();
        patch.put("roles", Arrays.asList(roles));
        patch.put("unitCode", null);
        return patch;
    }

    @Test
    void refusesTheOldTokenOfOneWhoMovedWithTheNextClick() {
        Account account = accounts.reporterOf("150602");
        Response signedIn = SigningInTest.login(account.username(), Given.PASSWORD);
        String token = signedIn.path("accessToken");
        assertThat(clicks(token)).isEqualTo(200);
        Users.patch("admin", account.id(), "\"0\"", Map.of("unitCode", "150603"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("unitCode", equalTo("150603"));
        assertThat(clicks(token)).isEqualTo(401);
        Given.nobody()
                .cookie("zs_refresh", signedIn.getCookie("zs_refresh"))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
        Given.bearer(Given.freshToken(account.username(), Given.PASSWORD))
                .get("/api/v1/auth/me")
                .then()
                .body("unitCode", equalTo("150603"));
    }

    @Test
    void endsTheSessionsOfOneWhoIsDisabledOrGetsAnotherRole() {
        Account account = accounts.reporterOf("150602");
        String token = Given.freshToken(account.username(), Given.PASSWORD);
        Users.patch("admin", account.id(), "\"0\"", Map.of("displayName", "改了名的人"))
                .then()
                .statusCode(200);
        assertThat(clicks(token)).as("a new name").isEqualTo(200);
        Users.patch("admin", account.id(), "\"1\"", nullUnit("LEADER")).then().statusCode(200);
        assertThat(clicks(token)).as("another role").isEqualTo(401);
        token = Given.freshToken(account.username(), Given.PASSWORD);
        Users.patch("admin", account.id(), "\"2\"", Map.of("disabled", true))
                .then()
                .statusCode(200)
                .body("disabled", equalTo(true))
                .body("allowedActions", hasItem("enable"))
                .body("allowedActions", not(hasItem("disable")));
        assertThat(clicks(token)).as("disabled").isEqualTo(401);
        SigningInTest.login(account.username(), Given.PASSWORD).then().statusCode(401);
        Users.patch("admin", account.id(), "\"3\"", Map.of("disabled", false))
                .then()
                .statusCode(200);
        SigningInTest.login(account.username(), Given.PASSWORD).then().statusCode(200);
        assertThat(clicks(token)).as("enabled again").isEqualTo(401);
    }

    @Test
    void keepsRolesAndUnitTogether() {
        Account account = accounts.reporterOf("150602");
        for (Object wrong : List.of(
                Map.of("roles", List.of("BUREAU")),
                Map.of("roles", List.of("REPORTER", "ADMIN")),
                Map.of("roles", List.of()),
                nullUnit("REPORTER"))) {
            Users.patch("admin", account.id(), "\"0\"", wrong).then().statusCode(422);
        }
        Users.patch("admin", account.id(), "\"0\"", Map.of("username", "other"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/username"));
        Users.patch("admin", account.id(), "\"0\"", Map.of("password", "一句不该在这里的话"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/password"));
    }

    @Test
    void refusesToOverwriteWhatOneHasNotSeen() {
        Account account = accounts.reporterOf("150602");
        Users.patch("admin", account.id(), null, Map.of("displayName", "甲"))
                .then()
                .statusCode(428);
        Users.resetPassword("admin", account.id(), null, Map.of("newPassword", "一句够长又好记的初始口令"))
                .then()
                .statusCode(428);
        Users.unlock("admin", account.id(), null).then().statusCode(428);
        Users.patch("admin", account.id(), "\"0\"", Map.of("displayName", "先改的名"))
                .then()
                .statusCode(200);
        Users.patch("admin", account.id(), "\"0\"", Map.of("displayName", "后改的名"))
                .then()
                .statusCode(412)
                .body("current.displayName", equalTo("先改的名"))
                .body("current.version", equalTo(1));
        Users.resetPassword("admin", account.id(), "\"0\"", Map.of("newPassword", "一句够长又好记的初始口令"))
                .then()
                .statusCode(412);
        Users.unlock("admin", account.id(), "\"0\"").then().statusCode(412);
        Users.patch("admin", account.id(), "\"1\"", Map.of("displayName", "先改的名"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void letsNobodyDisableOrDemoteThemselves() {
        Account admin = accounts.with(Role.ADMIN);
        String token = Given.freshToken(admin.username(), Given.PASSWORD);
        for (Object wrong :
                List.of(Map.of("disabled", true), nullUnit("BUREAU"), Map.of("roles", List.of("AUDITOR")))) {
            Given.bearer(token)
                    .contentType("application/merge-patch+json;charset=UTF-8")
                    .header("If-Match", "*")
                    .body(wrong)
                    .patch(Users.PATH + "/" + admin.id())
                    .then()
                    .statusCode(409)
                    .body("errors.rule", contains("STATE"));
        }
        Given.bearer(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("newPassword", "一句换给自己的够长口令"))
                .post(Users.PATH + "/" + admin.id() + "/password")
                .then()
                .statusCode(409);
        Given.bearer(token)
                .get(Users.PATH + "/" + admin.id())
                .then()
                .body("allowedActions", contains("edit"))
                .body("whyNot.action", contains("disable", "password"))
                .body("whyNot[0].message", notNullValue());
        Users.patch("admin", admin.id(), "*", Map.of("disabled", true)).then().statusCode(200);
    }

    @Test
    void neverLosesTheLastAdministratorEvenWhenTwoDisableOneAnother() throws Exception {
        Account one = accounts.with(Role.ADMIN);
        Account other = accounts.with(Role.ADMIN);
        String ones = Given.freshToken(one.username(), Given.PASSWORD);
        String others = Given.freshToken(other.username(), Given.PASSWORD);
        // Everyone else who administrates steps aside for as long as this takes.
        disableOthers(one, other, true);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> shots = QuarkusTransaction.requiringNew().call(() -> {
                database.createNativeQuery("select id from accounts where 'ADMIN' = any(roles) order by id for update")
                        .getResultList();
                List<Future<Integer>> fired =
                        List.of(two.submit(() -> disable(ones, other)), two.submit(() -> disable(others, one)));
                awaitWaiting(2); // both were let in as administrators, neither has decided yet
                return fired;
            });
            List<Integer> statuses = List.of(shots.get(0).get(), shots.get(1).get());
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        } finally {
            disableOthers(one, other, false);
        }
    }

    private void awaitWaiting(long transactions) throws InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            long waiting = (long) database.createNativeQuery("select count(*) from pg_locks where not granted")
                    .getSingleResult();
            if (waiting >= transactions) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("nobody waits");
    }

    private static int disable(String token, Account account) {
        return Given.bearer(token)
                .contentType("application/merge-patch+json;charset=UTF-8")
                .header("If-Match", "*")
                .body(Map.of("disabled", true))
                .patch(Users.PATH + "/" + account.id())
                .statusCode();
    }

    private void disableOthers(Account one, Account other, boolean disabled) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update accounts set disabled = :disabled where 'ADMIN' = any(roles) and id <> :one and id <> :other")
                        .setParameter("disabled", disabled)
                        .setParameter("one", one.id())
                        .setParameter("other", other.id())
                        .executeUpdate());
    }

    @Test
    void setsAnInitialPasswordThatMustBeChanged() {
        Account account = accounts.reporterOf("150602");
        String token = Given.freshToken(account.username(), Given.PASSWORD);
        Users.resetPassword("admin", account.id(), "\"0\"", Map.of("newPassword", "short"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/newPassword"));
        assertThat(clicks(token)).isEqualTo(200);
        Users.resetPassword("admin", account.id(), "\"0\"", Map.of("newPassword", Users.PASSWORD))
                .then()
                .statusCode(200)
                .body("mustChangePassword", equalTo(true));
        assertThat(clicks(token)).isEqualTo(401);
        SigningInTest.login(account.username(), Given.PASSWORD).then().statusCode(401);
        SigningInTest.login(account.username(), Users.PASSWORD)
                .then()
                .statusCode(200)
                .body("user.mustChangePassword", equalTo(true))
                .body("user.permissions", empty());
    }

    @Test
    void unlocksOneWhoTriedTooOften() {
        Account account = accounts.reporterOf("150602");
        for (int attempt = 0; attempt < 5; attempt++) {
            SigningInTest.login(account.username(), "wrong").then().statusCode(401);
        }
        SigningInTest.login(account.username(), Given.PASSWORD).then().statusCode(429);
        Given.signedIn("admin")
                .get(Users.PATH + "?locked=true&q=" + account.username())
                .then()
                .body("items.username", contains(account.username()))
                .body("items[0].lockedUntil", notNullValue())
                .body("items[0].allowedActions", hasItem("unlock"));
        Users.unlock("admin", account.id(), "\"0\"").then().statusCode(200).body("lockedUntil", nullValue());
        SigningInTest.login(account.username(), Given.PASSWORD).then().statusCode(200);
        Users.unlock("admin", account.id(), "\"0\"").then().statusCode(200);
    }

    @Test
    void leavesATrailWithoutPasswords() {
        String password = "只在这里出现的够长口令七三一";
        String log = Kept.logOf(() -> {
            Map<String, Object> input = new HashMap<>(Users.input(Users.freshName()));
            input.put("password", password);
            Response created = Given.signedIn("admin")
                    .header("Idempotency-Key", input.get("username"))
                    .contentType(ContentType.JSON)
                    .body(input)
                    .post(Users.PATH);
            String id = created.then().statusCode(201).extract().path("id");
            Users.resetPassword("admin", id, "*", Map.of("newPassword", password))
                    .then()
                    .statusCode(200);
            Users.patch("admin", id, "*", Map.of("disabled", true)).then().statusCode(200);
            List<?> actions = QuarkusTransaction.requiringNew()
                    .call(() -> database.createNativeQuery(
                                    "select action || ' by ' || actor_name from audit_entries where subject_kind = 'account' and subject_id = :id order by id")
                            .setParameter("id", id)
                            .getResultList());
            assertThat(actions).asString().isEqualTo("[create by admin, reset-password by admin, update by admin]");
        });
        assertThat(log).doesNotContain(password);
        kept.inNoTable(password);
    }
}
