package org.zhaoshang.dispatch.indicators;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.shared.sheet.Column;
import org.zhaoshang.shared.sheet.CsvSheet;
import org.zhaoshang.shared.sheet.PlainWorkbook;

/** A ranking as a table: the units, the city, the units' sums with the difference, and the definition (V30). */
final class RankingSheet {
    private static final String NONE = "—";
    private static final Text TITLE = new Text("排名", "Ranking");
    private static final Text SUM = new Text("各单位合计", "Units together");
    private static final Text DIFFERENCE = new Text("合计减全市", "Units less city");
    private static final Text DEFINITION = new Text("指标说明：", "Definition: ");

    private RankingSheet() {}

    /** What its file is called, without the suffix. */
    static String title(Ranking ranking, Language language) {
        return ranking.name() + TITLE.in(language) + " " + ranking.month();
    }

    static void csv(Ranking ranking, Language language, OutputStream output) throws IOException {
        CsvSheet sheet = new CsvSheet(output, columns(ranking, language));
        for (List<Cell> row : rows(ranking, language)) {
            sheet.row(row);
        }
        sheet.end();
    }

    static void xlsx(Ranking ranking, Language language, OutputStream output) throws IOException {
        PlainWorkbook book = new PlainWorkbook(output, TITLE.in(language), columns(ranking, language));
        for (List<Cell> row : rows(ranking, language)) {
            book.row(row);
        }
        book.end();
    }

    private static List<Column> columns(Ranking ranking, Language language) {
        Ranking.Part denominator = ranking.denominator();
        String value = ranking.kind() == Indicator.Kind.VALUE
                ? header(ranking.numerator(), language)
                : ranking.name() + "（" + ranking.unitOfMeasure() + "）";
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of(new Text("单位", "Unit").in(language), 18));
        if (ranking.kind() != Indicator.Kind.VALUE) {
            columns.add(Column.of(header(ranking.numerator(), language), 24));
        }
        if (denominator != null) {
            columns.add(Column.of(header(denominator, language), 24));
        }
        columns.add(Column.of(value, 20));
        columns.add(Column.of(new Text("名次", "Rank").in(language), 8));
        columns.add(Column.of(new Text("上月数值", "Previous value").in(language), 14));
        columns.add(Column.of(new Text("上月名次", "Previous rank").in(language), 10));
        columns.add(Column.of(new Text("名次升降", "Places won").in(language), 10));
        return columns;
    }

    private static String header(Ranking.Part part, Language language) {
        Text unit =
                part.quantity() == Quantity.YUAN ? new Text("（万元）", " (CNY 10,000)") : new Text("（个）", " (projects)");
        return part.name() + unit.in(language);
    }

    private static List<List<Cell>> rows(Ranking ranking, Language language) {
        List<List<Cell>> rows = new ArrayList<>();
        ranking.items().forEach(row -> rows.add(row(ranking, row, true)));
        rows.add(row(ranking, ranking.city(), false));
        Ranking.Check check = ranking.check();
        if (check != null) {
            rows.add(sums(ranking, SUM.in(language), check.numerator(), check.denominator()));
            rows.add(
                    sums(ranking, DIFFERENCE.in(language), check.numeratorDifference(), check.denominatorDifference()));
        }
        rows.add(filled(ranking, List.of(Cell.of(DEFINITION.in(language) + ranking.definition()))));
        return rows;
    }

    private static List<Cell> row(Ranking ranking, Ranking.Row row, boolean ranked) {
        boolean value = ranking.kind() == Indicator.Kind.VALUE;
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(row.unitName()));
        if (!value) {
            cells.add(amount(ranking.numerator(), row.numerator()));
        }
        if (ranking.denominator() != null) {
            cells.add(amount(ranking.denominator(), row.denominator()));
        }
        cells.add(value ? amount(ranking.numerator(), row.value()) : orNone(row.value()));
        cells.add(ranked ? orNone(row.rank()) : Cell.EMPTY);
        cells.add(value ? amount(ranking.numerator(), row.previousValue()) : orNone(row.previousValue()));
        cells.add(ranked ? orNone(row.previousRank()) : Cell.EMPTY);
        cells.add(ranked ? orNone(row.rankChange()) : Cell.EMPTY);
        return cells;
    }

    private static List<Cell> sums(
            Ranking ranking, String name, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(name));
        cells.add(amount(ranking.numerator(), numerator));
        if (ranking.denominator() != null) {
            cells.add(amount(ranking.denominator(), denominator));
        }
        return filled(ranking, cells);
    }

    private static List<Cell> filled(Ranking ranking, List<Cell> first) {
        List<Cell> cells = new ArrayList<>(first);
        int columns = 6 + (ranking.kind() == Indicator.Kind.VALUE ? 0 : 1) + (ranking.denominator() == null ? 0 : 1);
        while (cells.size() < columns) {
            cells.add(Cell.EMPTY);
        }
        return cells;
    }

    private static Cell amount(Ranking.Part part, @Nullable BigDecimal figure) {
        if (figure == null) {
            return Cell.of(NONE);
        }
        return Cell.of(part.quantity() == Quantity.YUAN ? figure.divide(Money.WAN) : figure);
    }

    private static Cell orNone(@Nullable Number number) {
        if (number == null) {
            return Cell.of(NONE);
        }
        return Cell.of(number instanceof BigDecimal exact ? exact : BigDecimal.valueOf(number.longValue()));
    }
}
