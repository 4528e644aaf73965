package org.zhaoshang.shared.fields;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.rules.Finding;

/** V04: an amount that was probably typed in the wrong unit of measure. */
public final class PlausibleAmount {
    /** Below one 万元 an amount was probably typed in 万元, above 1000 亿元 in the wrong unit. */
    static final BigDecimal SUSPICIOUSLY_SMALL = Money.WAN;

    static final BigDecimal SUSPICIOUSLY_LARGE = Money.YI.multiply(BigDecimal.valueOf(1000));

    /** Typed 10,000 times off, an amount within the usual spread of its industry still stands this far from the median. */
    static final BigDecimal FAR_FROM_PEERS = BigDecimal.valueOf(1000);

    private PlausibleAmount() {}

    /**
     * @param amount in yuan
     * @param peerMedian of its industry; null where there are too few
     */
    public static Optional<Finding> check(Field field, @Nullable BigDecimal amount, @Nullable BigDecimal peerMedian) {
        if (amount == null || amount.signum() == 0) {
            return Optional.empty();
        }
        Text problem;
        if (amount.compareTo(SUSPICIOUSLY_SMALL) < 0) {
            problem = new Text("不足1万元，像是把万元当成了元", "under 10⁴ yuan, as if typed in 10⁴ yuan");
        } else if (amount.compareTo(SUSPICIOUSLY_LARGE) > 0) {
            problem = new Text("超过1000亿元", "over 1000×10⁸ yuan");
        } else if (peerMedian != null && isFar(amount, peerMedian)) {
            problem = new Text(
                    "与同类项目的中位数 " + Money.inWords(peerMedian) + " 相差过千倍",
                    "over a thousand times off the median of its industry, " + Money.inWords(peerMedian));
        } else {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                "V04",
                field.pointer(),
                Map.of("label", field.label(), "value", Money.inWords(amount), "problem", problem)));
    }

    private static boolean isFar(BigDecimal amount, BigDecimal median) {
        return amount.compareTo(median.multiply(FAR_FROM_PEERS)) > 0
                || amount.multiply(FAR_FROM_PEERS).compareTo(median) < 0;
    }
}
