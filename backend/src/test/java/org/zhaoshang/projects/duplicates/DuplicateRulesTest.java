package org.zhaoshang.projects.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhaoshang.projects.ProjectState;
import org.zhaoshang.shared.duplicates.DuplicateRules;
import org.zhaoshang.shared.duplicates.DuplicateRules.Compared;
import org.zhaoshang.shared.duplicates.DuplicateRules.Match;
import org.zhaoshang.shared.duplicates.DuplicateRules.Offices;
import org.zhaoshang.shared.duplicates.Judgement;
import org.zhaoshang.shared.duplicates.Verdict;
import org.zhaoshang.shared.search.Keys;

class DuplicateRulesTest {
    private static final Offices NO_OFFICES = new Offices(Set.of(), Set.of());

    @Test
    void sameProjectCodeIsLevelOneWhateverTheNamesSay() {
        assertThat(level(
                        project("光伏组件项目一期").code("2103-150622-04-01-123456"),
                        project("储能电池项目二期").code("2103-150622-04-01-123456")))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "年产5GW高效光伏组件项目, 年产5ＧＷ高效光伏组件项目",
        "年产5GW高效光伏组件项目, 年产 5gw 高效光伏组件项目",
        "高端石墨（电池负极）材料项目, 高端石墨(电池负极)材料项目",
        "高端石墨·电池负极材料项目, 高端石墨电池负极材料项目",
        "零碳产业园（二期）, 零碳产业园第二期",
        "零碳产业园2期工程, 零碳产业园Ⅱ期工程",
        "零碳产业园第十二期, 零碳产业园12期"
    })
    void sameNormalisedNameIsLevelOneWithoutAnInvestor(String one, String other) {
        assertThat(level(project(one), project(other))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"零碳产业园一期, 零碳产业园二期", "零碳产业园, 零碳产业园二期", "零碳产业园（三期）, 零碳产业园（二期）", "零碳产业园第1期, 零碳产业园Ⅲ期", "零碳产业园一二期, 零碳产业园三期"})
    void phasesAreDifferentProjects(String one, String other) {
        assertThat(match(
                        project(one).investor("隆基绿能").amount("100"),
                        project(other).investor("隆基绿能").amount("100")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"零碳产业园项目, 零碳产业园项目一期", "零碳产业园建设项目一二期, 零碳产业园建设项目二期"})
    void aNameThatMayBeTheSamePhaseIsAsked(String one, String other) {
        assertThat(level(
                        project(one).investor("隆基绿能").industry("3.3").amount("100"),
                        project(other).investor("隆基绿能").industry("3.3").amount("100")))
                .isBetween(2, 3);
    }

    @Test
    void namesOfTwentyCharactersMayDifferInThree() {
        String name = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉";
        String three = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午天地人";
        String four = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳天地人和";
        Match edge = match(project(name).investor("隆基绿能"), project(three).investor("隆基绿能"))
                .orElseThrow();
        assertThat(edge.level()).isEqualTo(2);
        assertThat(edge.similarity()).isEqualByComparingTo("0.85");
        assertThat(edge.because().zh()).contains("85.0%");
        assertThat(match(project(name).investor("隆基绿能"), project(four).investor("隆基绿能")))
                .isEmpty();
    }

    @Test
    void alikeNamesNeedTheSameInvestorWhereOneIsGiven() {
        String name = "年产5GW高效光伏组件生产项目";
        String alike = "年产6GW高效光伏组件生产项目";
        assertThat(match(project(name), project(alike))).isEmpty();
        assertThat(match(project(name).investor("隆基绿能"), project(alike))).isEmpty();
        assertThat(match(project(name).investor("隆基绿能"), project(alike).investor("通威股份")))
                .isEmpty();
        assertThat(level(project(name).investor("隆基绿能"), project(alike).investor("隆基绿能")))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"100, 80, 3", "100, 79.99, 0", "80, 100, 3", "100, 100, 3", "0, 0, 3"})
    void sameInvestorAndIndustryWithinTwentyPercentIsLevelThree(String one, String other, int level) {
        assertThat(level(
                        project("光伏组件项目").investor("隆基绿能").industry("2.1").amount(one),
                        project("储能电站").investor("隆基绿能").industry("2.1").amount(other)))
                .isEqualTo(level);
    }

    @Test
    void levelThreeNeedsInvestorIndustryAndBothAmounts() {
        Facts one = project("光伏组件项目").investor("隆基绿能").industry("2.1").amount("100");
        assertThat(match(one, project("储能电站").investor("隆基绿能").industry("2.2").amount("100")))
                .isEmpty();
        assertThat(match(one, project("储能电站").investor("隆基绿能").industry("2.1"))).isEmpty();
        assertThat(match(one, project("储能电站").industry("2.1").amount("100"))).isEmpty();
    }

    @Test
    void sameTelephoneOrAddressIsLevelFourBetweenUnitsOnly() {
        assertThat(level(
                        project("光伏").phone("04778588888"),
                        project("储能").in("150621").phone("04778588888")))
                .isEqualTo(4);
        assertThat(level(
                        project("光伏").address("经四路一号"),
                        project("储能").in("150621").address("经四路一号")))
                .isEqualTo(4);
        assertThat(match(project("光伏").phone("04778588888"), project("储能").phone("04778588888")))
                .isEmpty();
    }

    @Test
    void numbersAndAddressesOfRostersSayNothing() {
        Offices offices = new Offices(Set.of("8588888"), Set.of("经四路一号"));
        assertThat(DuplicateRules.compare(
                        project("光伏").phone("04778588888").address("经四路一号").facts(),
                        project("储能")
                                .in("150621")
                                .phone("04778588888")
                                .address("经四路一号")
                                .facts(),
                        offices))
                .isEmpty();
    }

    @Test
    void aVerdictHoldsUntilThePairLooksSurer() {
        UUID judged = UUID.randomUUID();
        Match second = new Match(2, DuplicateRulesTest.text(), null);
        Match first = new Match(1, DuplicateRulesTest.text(), null);
        assertThat(duplicate(second, null).isOpen()).isTrue();
        assertThat(duplicate(second, verdict(Verdict.NEW, judged, 2)).isOpen()).isFalse();
        assertThat(duplicate(first, verdict(Verdict.NEW, judged, 2)).isOpen()).isTrue();
        assertThat(duplicate(first, verdict(Verdict.MERGE, judged, 1)).isOpen()).isTrue();
        assertThat(duplicate(new Match(3, text(), null), null).isOpen()).isFalse();
    }

    @Test
    void theSameBarsOnlyTheJudgedOne() {
        UUID judged = UUID.randomUUID();
        Duplicate same = duplicate(new Match(1, text(), null), verdict(Verdict.SAME, judged, 1));
        assertThat(same.barsAccepting(judged)).isTrue();
        assertThat(same.barsAccepting(UUID.randomUUID())).isFalse();
    }

    private static int level(Facts one, Facts other) {
        return match(one, other).map(Match::level).orElse(0);
    }

    /** Asked from either side the answer must be the same. */
    private static Optional<Match> match(Facts one, Facts other) {
        Optional<Match> there = DuplicateRules.compare(one.facts(), other.facts(), NO_OFFICES);
        assertThat(DuplicateRules.compare(other.facts(), one.facts(), NO_OFFICES))
                .isEqualTo(there);
        return there;
    }

    private static org.zhaoshang.shared.language.Text text() {
        return new org.zhaoshang.shared.language.Text("", "");
    }

    private static Duplicate duplicate(Match match, @Nullable Judgement judgement) {
        return new Duplicate(
                new Candidate(
                        UUID.randomUUID(),
                        "ORD-2021-150622-0001",
                        "光伏",
                        ProjectState.SUBMITTED,
                        null,
                        null,
                        false,
                        project("光伏").facts(),
                        judgement),
                match);
    }

    private static Judgement verdict(Verdict verdict, UUID judged, int level) {
        return new Judgement(verdict, "电话核实", "市商务局", Instant.EPOCH, judged, level);
    }

    private static Facts project(String name) {
        return new Facts("150622", Keys.key(name), null, null, null, null, null, null);
    }

    private record Facts(
            String unit,
            String name,
            @Nullable String investorName,
            @Nullable String phoneKey,
            @Nullable String addressKey,
            @Nullable String projectCode,
            @Nullable String industryCode,
            @Nullable BigDecimal total) {
        Facts in(String other) {
            return new Facts(other, name, investorName, phoneKey, addressKey, projectCode, industryCode, total);
        }

        Facts investor(String investor) {
            return new Facts(unit, name, investor, phoneKey, addressKey, projectCode, industryCode, total);
        }

        Facts phone(String phone) {
            return new Facts(unit, name, investorName, phone, addressKey, projectCode, industryCode, total);
        }

        Facts address(String address) {
            return new Facts(unit, name, investorName, phoneKey, address, projectCode, industryCode, total);
        }

        Facts code(String code) {
            return new Facts(unit, name, investorName, phoneKey, addressKey, code, industryCode, total);
        }

        Facts industry(String industry) {
            return new Facts(unit, name, investorName, phoneKey, addressKey, projectCode, industry, total);
        }

        Facts amount(String amount) {
            return new Facts(
                    unit, name, investorName, phoneKey, addressKey, projectCode, industryCode, new BigDecimal(amount));
        }

        Compared facts() {
            return new Compared(unit, name, investorName, phoneKey, addressKey, projectCode, industryCode, total);
        }
    }
}
