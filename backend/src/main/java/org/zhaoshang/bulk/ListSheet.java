package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.shared.sheet.Column;
import org.zhaoshang.shared.sheet.FieldColumn;
import org.zhaoshang.shared.sheet.Template;

/**
 * A list as a table: the columns of the upload, so that the same file can be corrected and sent back, and beside them where
 * each row stands. Codes are in words, so that no spreadsheet takes industry 1.10 for a number.
 *
 * @param template of the upload
 * @param names how its codes are called
 * @param values a line as the upload reads it; asked for while the database is at hand
 * @param beside the columns that no upload reads
 */
public record ListSheet<L>(
        Template template, FieldColumn.CodeNames names, Function<L, ObjectNode> values, List<Beside<L>> beside) {
    private static final Form NO_FIELDS = Form.of(List.of());

    /** A table that no upload reads: it has no column but these. @param name of the sheet, at most 28 characters */
    public static <L> ListSheet<L> plain(Text name, List<Beside<L>> columns) {
        return new ListSheet<>(
                new Template(name, NO_FIELDS, list -> List.of(), List.of()),
                (list, code) -> code,
                line -> JsonNodeFactory.instance.objectNode(),
                columns);
    }

    boolean isPlain() {
        return template.form().fields().isEmpty();
    }

    /** A column that no upload reads. */
    public record Beside<L>(Text header, BiFunction<L, Language, Cell> cell) {}

    /** @param values as the upload reads them */
    record Row<L>(ObjectNode values, L line) {}

    Row<L> row(L line) {
        return new Row<>(values.apply(line), line);
    }

    List<Column> columns(Language language) {
        return Stream.concat(fields().map(column -> column.in(language)), besideColumns(language).stream())
                .toList();
    }

    List<Cell> cells(Row<L> row, Language language) {
        List<Cell> cells = new ArrayList<>();
        fields().forEach(column ->
                cells.add(column.cell(row.values().path(column.field().name()), language)));
        cells.addAll(besideCells(row.line(), language));
        return cells;
    }

    List<Column> besideColumns(Language language) {
        return beside.stream()
                .map(column -> Column.of(column.header().in(language), 0))
                .toList();
    }

    List<Cell> besideCells(L line, Language language) {
        return beside.stream()
                .map(column -> column.cell().apply(line, language))
                .toList();
    }

    private Stream<FieldColumn> fields() {
        return template.form().fields().stream().map(field -> new FieldColumn(field, names));
    }
}
