package org.zhaoshang.prices;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.shared.sheet.Column;
import org.zhaoshang.shared.sheet.CsvSheet;
import org.zhaoshang.shared.sheet.PlainWorkbook;

/** A comparison as a table: a line for each price, and one with — for a unit that has none. */
public final class ComparisonSheet {
    private static final String NONE = "—";
    private static final Text EXAMPLE = new Text("示例", "Example");

    private ComparisonSheet() {}

    /** What its file is called, without the suffix. */
    public static String title(Comparison compared, Language language) {
        String when = compared.asOf() == null ? compared.from() + " " + compared.to() : String.valueOf(compared.asOf());
        return new Text("要素价格对比", "Price comparison").in(language) + " " + compared.itemName() + " " + when;
    }

    public static void csv(Comparison compared, Language language, OutputStream output) throws IOException {
        CsvSheet sheet = new CsvSheet(output, columns(compared, language));
        for (List<Cell> row : rows(compared, language)) {
            sheet.row(row);
        }
        sheet.end();
    }

    public static void xlsx(Comparison compared, Language language, OutputStream output) throws IOException {
        PlainWorkbook book = new PlainWorkbook(
                output, new Text("要素价格对比", "Price comparison").in(language), columns(compared, language));
        for (List<Cell> row : rows(compared, language)) {
            book.row(row);
        }
        book.end();
    }

    private static List<Column> columns(Comparison compared, Language language) {
        String unit = compared.unitOfMeasure();
        return List.of(
                column(new Text("单位", "Unit"), 16, language),
                column(new Text("园区", "Park"), 20, language),
                column(new Text("适用条件", "Condition"), 16, language),
                column(new Text("价格下限（" + unit + "）", "From (" + unit + ")"), 18, language),
                column(new Text("价格上限（" + unit + "）", "To (" + unit + ")"), 18, language),
                column(new Text("执行日期", "Valid from"), 12, language),
                column(new Text("有效期止", "Valid to"), 12, language),
                column(new Text("构成", "Composition"), 30, language),
                column(new Text("依据文件", "Source"), 30, language),
                column(new Text("备注", "Remark"), 10, language));
    }

    private static Column column(Text header, int width, Language language) {
        return Column.of(header.in(language), width);
    }

    private static List<List<Cell>> rows(Comparison compared, Language language) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Comparison.UnitPrices unit : compared.units()) {
            if (unit.prices().isEmpty()) {
                rows.add(row(unit.unitName(), null, language));
            }
            unit.prices().forEach(price -> rows.add(row(unit.unitName(), price, language)));
        }
        return rows;
    }

    private static List<Cell> row(String unit, @Nullable AcceptedPrice price, Language language) {
        if (price == null) {
            return List.of(
                    Cell.of(unit),
                    Cell.EMPTY,
                    Cell.EMPTY,
                    Cell.of(NONE),
                    Cell.of(NONE),
                    Cell.EMPTY,
                    Cell.EMPTY,
                    Cell.EMPTY,
                    Cell.EMPTY,
                    Cell.EMPTY);
        }
        return List.of(
                Cell.of(unit),
                Cell.of(price.parkName()),
                Cell.of(price.condition()),
                Cell.of(price.priceLow()),
                Cell.of(price.priceHigh()),
                Cell.of(price.validFrom()),
                Cell.of(price.validTo()),
                Cell.of(price.composition()),
                Cell.of(price.sourceDocument()),
                Cell.of(price.example() ? EXAMPLE.in(language) : null));
    }
}
