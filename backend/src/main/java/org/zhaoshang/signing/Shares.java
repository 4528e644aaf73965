package org.zhaoshang.signing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** V35: splits amounts between the units that share a project; the reporting unit takes what rounding leaves. */
final class Shares {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Shares() {}

    /** The parts of an amount, exact to the cent and together the whole; the reporting unit comes first. */
    static Map<String, BigDecimal> split(BigDecimal amount, String reporting, List<Share> shares) {
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        parts.put(reporting, amount);
        shares.stream().filter(share -> !share.unitCode().equals(reporting)).forEach(share -> {
            BigDecimal part = amount.multiply(share.percent()).divide(HUNDRED, 2, RoundingMode.HALF_UP);
            parts.put(share.unitCode(), part);
            parts.merge(reporting, part.negate(), BigDecimal::add);
        });
        return parts;
    }
}
