package org.zhaoshang.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.zhaoshang.accounts.Account;
import org.zhaoshang.accounts.GivenAccount;

@QuarkusTest
class ReadSweepTest {
    @Inject
    GivenAccount accounts;

    @Inject
    GivenNotice given;

    @Inject
    ReadSweep sweep;

    @Inject
    EntityManager database;

    private void update(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    private long said(String title) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (long) database.createNativeQuery("select count(*) from notices where title_zh = :title")
                        .setParameter("title", title)
                        .getSingleResult());
    }

    @Test
    void takesAwayWhatWasReadHalfAYearAgoAndNothingElse() {
        Account anna = accounts.reporterOf("150623");
        Audience toAnna = Audience.person(anna.id());
        String old = "旧" + anna.id();
        given.tell(toAnna, old);
        String id = Inboxes.of(anna, "").extract().path("items[0].id");
        Inboxes.readUpTo(anna, id).statusCode(200);
        update("update notifications set read_at = read_at - interval '181 days' where id = '" + id + "'");
        update("update notices set created_at = created_at - interval '181 days' where title_zh = '" + old + "'");
        given.tell(toAnna, "久未读");
        String unread = Inboxes.of(anna, "").extract().path("items[0].id");
        update("update notifications set created_at = created_at - interval '999 days' where id = '" + unread + "'");
        given.tell(toAnna, "刚读");
        Inboxes.as(anna)
                .post(Inboxes.PATH + "/" + Inboxes.of(anna, "").extract().path("items[0].id") + "/read")
                .then()
                .statusCode(200);
        assertThat(sweep.sweep()).isGreaterThanOrEqualTo(2);
        assertThat(Inboxes.titles(anna)).containsExactly("刚读", "久未读");
        assertThat(said(old)).isZero();
        assertThat(sweep.sweep()).isZero();
    }
}
