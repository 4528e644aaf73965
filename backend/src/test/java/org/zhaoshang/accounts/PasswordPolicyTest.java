package org.zhaoshang.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.shared.start.StartRefused;

class PasswordPolicyTest {
    private static final PasswordPolicy ASVS = PasswordPolicy.named("asvs");
    private static final PasswordPolicy GB = PasswordPolicy.named("gbt22239");

    private static boolean accepts(PasswordPolicy policy, String password) {
        return policy.check(password, "150622-lead", "/newPassword").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"草原上的风吹过准格尔旗的煤", "correct horse battery", "kq7#mmz!pw2L"})
    void asvsAcceptsWhatIsLong(String password) {
        assertThat(accepts(ASVS, password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "Kq7#mmz!pw2",
                "123456789012",
                "Password1234",
                "aaaaaaaaaaaaaa",
                "150622-lead123",
                "a\u0000bcdefghijklmn"
            })
    void asvsRefusesWhatIsShortCommonOrUnprintable(String password) {
        assertThat(accepts(ASVS, password)).isFalse();
    }

    @Test
    void refusesMoreThanAnyoneTypes() {
        assertThat(accepts(ASVS, "长文".repeat(65))).isFalse();
    }

    @Test
    void gbAsksForAMixAndRegularChange() {
        assertThat(accepts(GB, "kqmmzpwl")).isFalse();
        assertThat(accepts(GB, "Kq7mmzpw")).isTrue();
        Instant now = Instant.parse("2021-04-10T04:00:00Z");
        assertThat(GB.isDue(now.minus(Duration.ofDays(91)), now)).isTrue();
        assertThat(GB.isDue(now.minus(Duration.ofDays(89)), now)).isFalse();
        assertThat(ASVS.isDue(now.minus(Duration.ofDays(9_999)), now)).isFalse();
    }

    @Test
    void namesTheKnownPoliciesWhenTheSettingIsWrong() {
        assertThatThrownBy(() -> PasswordPolicy.named("none"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("asvs");
    }
}
