package org.zhaoshang.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.zhaoshang.accounts.Account;
import org.zhaoshang.accounts.GivenAccount;

/** Telling many people many things costs one statement. */
@QuarkusTest
class NoticeStatementsTest {
    @Inject
    GivenAccount accounts;

    @Inject
    Notifications notifications;

    @Inject
    EntityManagerFactory factory;

    @Test
    void isOneForManyNoticesToManyPeople() {
        List<Account> people =
                Stream.generate(() -> accounts.reporterOf("150625")).limit(5).toList();
        List<Notice> notices = Stream.iterate(0, number -> number + 1)
                .limit(20)
                .map(number -> GivenNotice.notice(Audience.unit("150625"), "第" + number))
                .toList();
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            QuarkusTransaction.requiringNew().run(() -> notifications.tell(notices));
            assertThat(Stream.of(statistics.getQueries())
                            .filter(query -> query.contains("insert into notices"))
                            .mapToLong(query ->
                                    statistics.getQueryStatistics(query).getExecutionCount())
                            .sum())
                    .isEqualTo(1);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
        people.forEach(person -> assertThat(Inboxes.unread(person)).isEqualTo(20));
    }
}
