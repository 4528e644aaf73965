package org.zhaoshang.shared.area;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Areas that a text states twice, in mu and in square metres, and that disagree by more than half a percent: a real notice
 * printed 127.007 亩 for 80,530 ㎡, which is 120.795 亩.
 */
public final class AreaPairs {
    /** 1 亩 = 10,000 / 15 m². */
    public static final BigDecimal MU_PER_SQM = new BigDecimal("0.0015");

    private static final BigDecimal TOLERANCE_PERCENT = new BigDecimal("0.5");
    private static final String NUMBER = "(\\d[\\d,，]{0,14}(?:\\.\\d{1,6})?)";
    private static final String SQM = "\\s*(万?)\\s*(?:平方米|平米|㎡|m²|m2)";
    private static final String MU = "\\s*亩";
    /** What may stand between two statements of one area: "（约合", "，折", "即". */
    private static final String BETWEEN = "\\s*[（(，,、]?\\s*(?:约|合|约合|折合|折|即|计)?\\s*";

    private static final Pattern SQM_FIRST = Pattern.compile(NUMBER + SQM + BETWEEN + NUMBER + MU);
    private static final Pattern MU_FIRST = Pattern.compile(NUMBER + MU + BETWEEN + NUMBER + SQM);

    private AreaPairs() {}

    /**
     * @param text the words that state the area twice
     * @param expectedMu what the square metres make in mu, three decimals
     * @param differencePercent one decimal, half up
     */
    public record Pair(String text, BigDecimal expectedMu, BigDecimal differencePercent) {}

    public static List<Pair> disagreeing(String text) {
        List<Pair> pairs = new ArrayList<>();
        Matcher sqmFirst = SQM_FIRST.matcher(text);
        while (sqmFirst.find()) {
            compare(sqmFirst.group(), sqmFirst.group(1), sqmFirst.group(2), sqmFirst.group(3), pairs);
        }
        Matcher muFirst = MU_FIRST.matcher(text);
        while (muFirst.find()) {
            compare(muFirst.group(), muFirst.group(2), muFirst.group(3), muFirst.group(1), pairs);
        }
        return List.copyOf(pairs);
    }

    /** Of two figures for one area; empty where they agree. */
    public static Optional<Pair> disagreeing(BigDecimal sqm, BigDecimal mu) {
        return compared(sqm.toPlainString() + "平方米、" + mu.toPlainString() + "亩", sqm, mu);
    }

    private static void compare(String text, String sqm, String tenThousands, String mu, List<Pair> pairs) {
        BigDecimal squareMetres = number(sqm).multiply(BigDecimal.valueOf(tenThousands.isEmpty() ? 1 : 10_000));
        compared(text, squareMetres, number(mu)).ifPresent(pairs::add);
    }

    private static Optional<Pair> compared(String text, BigDecimal squareMetres, BigDecimal mu) {
        BigDecimal expected = squareMetres.multiply(MU_PER_SQM);
        if (expected.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal off =
                mu.subtract(expected).abs().multiply(BigDecimal.valueOf(100)).divide(expected, 4, RoundingMode.HALF_UP);
        return off.compareTo(TOLERANCE_PERCENT) > 0
                ? Optional.of(new Pair(
                        text.strip(),
                        expected.setScale(3, RoundingMode.HALF_UP),
                        off.setScale(1, RoundingMode.HALF_UP)))
                : Optional.empty();
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replaceAll("[,，]", ""));
    }
}
