package org.zhaoshang.shared.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.shared.search.Keys;

/** How names are compared. */
class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"十四五期间能源项目", "分三期建设项目", "长期储能项目", "大豆周期项目", "2021期刊项目"})
    void readsNoPhaseWhereNoneIsMeant(String name) {
        assertThat(Phases.of(Keys.key(name))).isEmpty();
    }

    @Test
    void aCharacterLeftOutCountsAsOneEdit() {
        assertThat(Similarity.between("高效光伏组件项目", "高效光伏组件")).isEqualTo(0.75);
        assertThat(Similarity.between("高效光伏组件项目", "高效光伏组件项目")).isEqualTo(1);
        assertThat(Similarity.between("光伏", "储能")).isZero();
        assertThat(Similarity.between("", "储能")).isZero();
    }
}
