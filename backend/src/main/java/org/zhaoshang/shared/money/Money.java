package org.zhaoshang.shared.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in yuan (元): exact, at most two decimals, below 10^15. */
public final class Money {
    public static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);
    public static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    public static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

    private Money() {}

    /** As people read it: {@code 499万元}, {@code 1.2亿元}, {@code 800元}; shortened to four decimals of its unit. */
    public static String inWords(BigDecimal yuan) {
        BigDecimal size = yuan.abs();
        if (size.compareTo(YI) >= 0) {
            return plain(yuan.divide(YI, 4, RoundingMode.HALF_UP)) + "亿元";
        }
        if (size.compareTo(WAN) >= 0) {
            return plain(yuan.divide(WAN, 4, RoundingMode.HALF_UP)) + "万元";
        }
        return plain(yuan) + "元";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
