package org.zhaoshang.shared.duplicates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;

/** Decides how far two projects look like one (V19): four levels, the lowest number the surest. Who asks first makes no difference. */
public final class DuplicateRules {
    /** Up to this level a pair asks for a person's verdict; in the reserve library it bars acceptance until then. */
    public static final int LAST_BARRING_LEVEL = 2;

    /** Level 2: names at least this alike. */
    static final double ALIKE = 0.85;

    /** Level 3: amounts that differ by at most this share of the larger. */
    static final BigDecimal CLOSE = new BigDecimal("0.20");

    /** What is compared of a project; keys as {@code shared.search.Keys} normalises them, null where it has none. */
    public record Compared(
            String unitCode,
            String nameKey,
            @Nullable String investorKey,
            @Nullable String phoneKey,
            @Nullable String addressKey,
            @Nullable String projectCode,
            @Nullable String industryCode,
            @Nullable BigDecimal totalInvestmentYuan) {}

    /** Telephones and addresses of the units' own offices, as keys: sharing one says nothing. */
    public record Offices(Set<String> phoneKeys, Set<String> addressKeys) {
        /** A number in a roster may be written without its area code. */
        boolean hasPhone(@Nullable String key) {
            return key != null && phoneKeys.stream().anyMatch(office -> key.endsWith(office) || office.endsWith(key));
        }
    }

    public record Match(int level, Text because, @Nullable BigDecimal similarity) {
        public boolean isBarring() {
            return level <= LAST_BARRING_LEVEL;
        }
    }

    private DuplicateRules() {}

    public static Optional<Match> compare(Compared one, Compared other, Offices offices) {
        if (same(one.projectCode(), other.projectCode())) {
            return match(1, "项目代码相同", "same project code");
        }
        if (Phases.differ(one.nameKey(), other.nameKey())) {
            return Optional.empty();
        }
        String name = Phases.inOneSpelling(one.nameKey());
        String otherName = Phases.inOneSpelling(other.nameKey());
        if (name.equals(otherName)) {
            return match(1, "项目名称相同", "same name");
        }
        if (same(one.investorKey(), other.investorKey())) {
            double similarity = Similarity.between(name, otherName);
            if (similarity >= ALIKE - 1e-9) {
                BigDecimal share = BigDecimal.valueOf(similarity).setScale(3, RoundingMode.HALF_UP);
                String percent = percent(share);
                return Optional.of(new Match(
                        2,
                        new Text("名称相似 " + percent + "，投资主体相同", "names " + percent + " alike, same investor"),
                        share));
            }
            if (same(one.industryCode(), other.industryCode())) {
                Optional<BigDecimal> apart = apart(one.totalInvestmentYuan(), other.totalInvestmentYuan());
                if (apart.isPresent() && apart.get().compareTo(CLOSE) <= 0) {
                    String percent = percent(apart.get());
                    return match(
                            3,
                            "投资主体、产业相同，总投资相差 " + percent,
                            "same investor and industry, amounts " + percent + " apart");
                }
            }
        }
        if (!one.unitCode().equals(other.unitCode())) {
            if (same(one.phoneKey(), other.phoneKey()) && !offices.hasPhone(one.phoneKey())) {
                return match(4, "不同单位填报的联系电话相同", "same telephone in different units");
            }
            if (same(one.addressKey(), other.addressKey())
                    && !offices.addressKeys().contains(one.addressKey())) {
                return match(4, "不同单位填报的具体位置相同", "same address in different units");
            }
        }
        return Optional.empty();
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }

    /** The difference as a share of the larger amount; empty where one is missing. */
    private static Optional<BigDecimal> apart(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return Optional.empty();
        }
        BigDecimal larger = one.max(other);
        return Optional.of(
                larger.signum() == 0
                        ? BigDecimal.ZERO
                        : one.subtract(other).abs().divide(larger, 10, RoundingMode.CEILING));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private static Optional<Match> match(int level, String zh, String en) {
        return Optional.of(new Match(level, new Text(zh, en), null));
    }
}
