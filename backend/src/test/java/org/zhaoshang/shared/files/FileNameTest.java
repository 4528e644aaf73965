package org.zhaoshang.shared.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.zhaoshang.shared.http.Problem;

class FileNameTest {
    @Test
    void keepsOnlyTheLastStepOfAPath() {
        assertThat(FileName.clean("../../etc/passwd.pdf")).isEqualTo("passwd.pdf");
        assertThat(FileName.clean("C:\\Users\\招商局\\论证意见.pdf")).isEqualTo("论证意见.pdf");
        assertThat(FileName.clean("..\\..\\a.pdf")).isEqualTo("a.pdf");
        assertThat(FileName.clean("/absolute.pdf")).isEqualTo("absolute.pdf");
    }

    @Test
    void dropsWhatCanNotBeSeenOrSaved() {
        assertThat(FileName.clean(" 论证\u0000意见\r\n.pdf ")).isEqualTo("论证意见.pdf");
        assertThat(FileName.clean("a\ud800b.pdf")).isEqualTo("ab.pdf");
        assertThat(FileName.clean("a<b>:c|d?*.pdf")).isEqualTo("a_b__c_d__.pdf");
        assertThat(FileName.clean("...hidden.pdf")).isEqualTo("hidden.pdf");
        assertThat(FileName.clean("e\u0301.pdf")).isEqualTo("é.pdf");
        assertThat(FileName.clean("𠮷.pdf")).isEqualTo("𠮷.pdf");
    }

    @Test
    void refusesDisguisesAndEmptyAndEndlessNames() {
        for (String name : new String[] {"年报\u202Efdp.exe", "a\u2066.pdf", "", "..", "a/", "\u0001"}) {
            assertThatExceptionOfType(Problem.class)
                    .as(name)
                    .isThrownBy(() -> FileName.clean(name))
                    .satisfies(problem -> assertThat(problem.status()).isEqualTo(400));
        }
        assertThat(FileName.clean("长".repeat(196) + ".pdf")).hasSize(200);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> FileName.clean("长".repeat(197) + ".pdf"));
    }

    @Test
    void tellsBrowsersTheNameInTwoWays() {
        assertThat(Download.disposition("论证 \"意见\";1.pdf"))
                .isEqualTo("attachment; filename=\"__ _____1.pdf\"; filename*=UTF-8''"
                        + "%E8%AE%BA%E8%AF%81%20%22%E6%84%8F%E8%A7%81%22%3B1.pdf");
        assertThat(Download.disposition("a\r\nSet-Cookie: x.pdf")).doesNotContain("\r", "\n");
    }
}
