package org.zhaoshang.shared.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;

/** What a workbook keeps in a cell, as a person sees it there. */
final class StoredValues {
    private static final int LONGEST_NUMBER = 40;
    private static final int LARGEST_EXPONENT = 400;
    /** As many digits as Excel shows and lets people type. */
    private static final MathContext SHOWN = new MathContext(15);
    /** As many as Excel stores. */
    private static final MathContext STORED = new MathContext(17);
    /** A result that ends in zeros from here on is that number; the rest is what binary arithmetic left. */
    private static final int ROUND_DIGITS = 12;

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    /** Below, Excel counts a 29 February 1900 that never was. */
    private static final int FIRST_SURE_DAY = 61;

    private static final int LAST_DAY = 2_958_465;

    private final Workbook workbook;

    StoredValues(Workbook workbook) {
        this.workbook = workbook;
    }

    /** @param type as the file names it; null for a number */
    RawCell cell(@Nullable String type, int format, StringBuilder stored) {
        if (stored.isEmpty()) {
            return RawCell.EMPTY;
        }
        return switch (type == null ? "n" : type) {
            case "s" -> shared(stored.toString());
            case "str", "inlineStr" -> RawCell.of(EscapedText.read(stored));
            case "b" -> new RawCell.Flag(stored.charAt(0) == '1' || stored.charAt(0) == 't');
            case "d" -> RawCell.of(stored.toString());
            case "e" ->
                new RawCell.Unreadable(new Text(
                        "是 Excel 错误值 " + CellRefused.quote(stored.toString()) + "，请改正公式",
                        "is the Excel error " + CellRefused.quote(stored.toString()) + ": correct the formula"));
            case "n" -> number(stored.toString().strip(), workbook.formats().shown(format));
            default -> unreadable(type + ":" + stored);
        };
    }

    private RawCell shared(String index) {
        String text = workbook.texts().get(Digits.parse(index.strip(), -1));
        return text == null ? unreadable(index) : RawCell.of(text);
    }

    private RawCell number(String stored, CellFormats.Shown shown) {
        BigDecimal number = parse(stored);
        if (number == null) {
            return unreadable(stored);
        }
        return switch (shown) {
            case AS_NUMBER -> new RawCell.Number(number, false);
            case AS_PERCENT -> new RawCell.Number(number, true);
            case AS_DAY -> day(number);
        };
    }

    /** The number that was typed or is shown, exact; null for what is none. */
    static @Nullable BigDecimal parse(String stored) {
        if (stored.length() > LONGEST_NUMBER) {
            return null;
        }
        BigDecimal exact;
        try {
            exact = new BigDecimal(stored);
        } catch (NumberFormatException none) {
            return null;
        }
        if (Math.abs((long) exact.precision() - exact.scale()) > LARGEST_EXPONENT) {
            return null;
        }
        if (exact.precision() <= SHOWN.getPrecision()) {
            return plain(exact);
        }
        return plain(isBinary(exact) ? seen(exact) : exact);
    }

    /** Whether the digits are those that a program writes for a binary number; others were written as decimals, and stay. */
    private static boolean isBinary(BigDecimal exact) {
        double binary = exact.doubleValue();
        return Double.isFinite(binary)
                && (new BigDecimal(binary).round(STORED).compareTo(exact) == 0
                        || new BigDecimal(Double.toString(binary)).compareTo(exact) == 0);
    }

    /** 8.2 is stored as 8.1999999999999993: the same binary number, and nobody ever saw the second. */
    private static BigDecimal seen(BigDecimal exact) {
        BigDecimal seen = exact.round(SHOWN).stripTrailingZeros();
        return seen.doubleValue() == exact.doubleValue() || seen.precision() <= ROUND_DIGITS ? seen : exact;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private RawCell day(BigDecimal stored) {
        BigDecimal whole = stored.setScale(0, java.math.RoundingMode.FLOOR);
        int first = workbook.isFrom1904() ? 0 : FIRST_SURE_DAY;
        if (stored.precision() - stored.scale() > 9 || whole.intValue() < first || whole.intValue() > LAST_DAY) {
            return unreadable(Cells.number(stored));
        }
        if (stored.compareTo(whole) != 0) {
            return new RawCell.Unreadable(
                    new Text("日期里带有时刻，请只填日期，如 2021-04-10", "is a time of day: fill in the day alone, like 2021-04-10"));
        }
        return new RawCell.Day((workbook.isFrom1904() ? DAY_ZERO_1904 : DAY_ZERO).plusDays(whole.intValue()));
    }

    private static RawCell unreadable(String stored) {
        String quoted = CellRefused.quote(stored);
        return new RawCell.Unreadable(
                new Text("“" + quoted + "”无法读取，请重新填写", "“" + quoted + "” can not be read: fill it in again"));
    }
}
