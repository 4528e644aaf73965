package org.zhaoshang.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.zhaoshang.notifications.MailRules.Failure;
import org.zhaoshang.shared.language.Language;

class MailRulesTest {
    private static final Instant NOW = Instant.parse("2021-04-10T00:00:00Z");

    private static Throwable answer(int code) {
        return new CompletionException(new SMTPException("no", code, List.of("no"), false));
    }

    @Test
    void tellsAServerThatIsAwayFromAMailThatIsRefused() {
        assertThat(MailRules.sort(new CompletionException(new ConnectException())))
                .isEqualTo(Failure.SERVER);
        assertThat(MailRules.sort(answer(421))).isEqualTo(Failure.SERVER);
        assertThat(MailRules.sort(answer(535))).as("our password").isEqualTo(Failure.SERVER);
        assertThat(MailRules.sort(answer(451))).isEqualTo(Failure.FOR_NOW);
        assertThat(MailRules.sort(answer(550))).isEqualTo(Failure.REFUSED);
    }

    @Test
    void triesOverDaysAndThenGivesUp() {
        assertThat(MailRules.nextTry(0, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
        assertThat(MailRules.nextTry(99, NOW)).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(MailRules.isGivenUp(Failure.FOR_NOW, NOW.minus(Duration.ofDays(5)), NOW))
                .isFalse();
        assertThat(MailRules.isGivenUp(Failure.FOR_NOW, NOW.minus(Duration.ofDays(6)), NOW))
                .isTrue();
        assertThat(MailRules.isGivenUp(Failure.REFUSED, NOW.minus(Duration.ofHours(23)), NOW))
                .isFalse();
        assertThat(MailRules.isGivenUp(Failure.REFUSED, NOW.minus(Duration.ofHours(25)), NOW))
                .isTrue();
        assertThat(MailRules.isGivenUp(Failure.SERVER, NOW.minus(Duration.ofDays(99)), NOW))
                .isFalse();
    }

    @Test
    void asksAServerThatIsAwayLessAndLessOften() {
        assertThat(pause(0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(pause(2)).isEqualTo(Duration.ofMinutes(4));
        assertThat(pause(9999)).isEqualTo(Duration.ofMinutes(15));
    }

    private static Duration pause(int before) {
        return MailRules.pause(Duration.ofMinutes(1), Duration.ofMinutes(15), before);
    }

    @Test
    void keepsASubjectInOneShortLine() {
        assertThat(letter("一\r\nBcc: x\t二\u2028三").subject()).isEqualTo("一 Bcc: x 二 三");
        assertThat(letter("𠮷".repeat(200)).subject()).isEqualTo("𠮷".repeat(150) + "…");
    }

    private static Letter letter(String title) {
        return new Letter(UUID.randomUUID(), "a@example.cn", "某", Language.ZH, title, null, null, "/");
    }
}
