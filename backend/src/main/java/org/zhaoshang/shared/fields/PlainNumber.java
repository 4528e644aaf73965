package org.zhaoshang.shared.fields;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The same number in its shortest form: 5000000.00 from the database is 5000000 in the answer. */
public final class PlainNumber {
    private PlainNumber() {}

    public static @Nullable BigDecimal orNull(@Nullable BigDecimal number) {
        return number == null ? null : of(number);
    }

    public static BigDecimal of(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
