package org.zhaoshang.shared.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BigramsTest {
    @Test
    void aTextHoldsTheBigramsOfEachOfItsParts() {
        Integer[] whole = Bigrams.of(Bigrams.normalise("年产５ＧＷ高效光伏组件项目"));
        assertThat(whole).contains(Bigrams.of("光伏")).contains(Bigrams.of("5gw高效"));
        assertThat(whole).doesNotContain(Bigrams.of("煤化"));
    }

    @Test
    void wildcardsAreLiteral() {
        assertThat(Bigrams.anywhere("100%_a\\")).isEqualTo("%100\\%\\_a\\\\%");
    }
}
