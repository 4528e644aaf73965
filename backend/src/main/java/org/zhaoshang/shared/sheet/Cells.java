package org.zhaoshang.shared.sheet;

import java.math.BigDecimal;

/** Values as cells of a sheet that people open in Excel. */
public final class Cells {
    private static final String BEGINS_A_FORMULA = "=+-@＝＋－＠\t\r\n";

    private Cells() {}

    /** Text that a spreadsheet would run as a formula gets an apostrophe in front: it then shows what was written. */
    public static String text(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** What was written before {@link #text} put an apostrophe in front. */
    static String written(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && BEGINS_A_FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /** A cell as a page shows it, which runs no formulas. */
    public static String shown(Cell cell) {
        return switch (cell) {
            case Cell.Words words -> words.text();
            case Cell.Number number -> number(number.number());
            case Cell.Day day -> day.day().toString();
        };
    }

    /** Digits only, exact, without exponent or trailing zeros. */
    public static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
