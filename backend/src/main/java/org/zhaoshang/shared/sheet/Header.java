package org.zhaoshang.shared.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.Necessity;
import org.zhaoshang.shared.fields.Type;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.sheet.Incoming.Column;
import org.zhaoshang.shared.sheet.RawRows.RawRow;

/** Understands a header row: which field each column is, and in which unit. What it can not know it asks, never guesses. */
final class Header {
    static final int MOST_COLUMNS = 1000;
    private static final int LONGEST = 100;
    /** What tells that a row is the header: by these a row finds its record. */
    private static final List<String> KEYS = List.of("code", "externalId");

    private final Form form;
    private final HeaderNames names;
    private final Mapping mapping;
    private final Map<String, String> mappedFields = new HashMap<>();
    /** The first row that was no header, for the words that ask for one. */
    private @Nullable RawRow first;

    /** @throws SheetRefused when the mapping names a field or unit that there is not */
    Header(Form form, Mapping mapping) throws SheetRefused {
        this.form = form;
        this.names = new HeaderNames(form);
        this.mapping = mapping;
        mapping.fields().forEach((header, field) -> mappedFields.put(HeaderNames.key(header), field));
        List<Finding> wrong = new ArrayList<>();
        mapping.fields().forEach((header, field) -> {
            if (!field.isEmpty() && !isColumn(form.find(field))) {
                wrong.add(SheetRefused.finding(new Text(
                        "没有字段“" + CellRefused.quote(field) + "”（列“" + CellRefused.quote(header) + "”的对应关系）",
                        "can not be read as told: there is no field “" + CellRefused.quote(field) + "”")));
            }
        });
        mapping.units().forEach((name, unit) -> {
            Field field = form.find(name);
            if (field == null || Measures.factor(field, unit) == null) {
                wrong.add(SheetRefused.finding(new Text(
                        "不能按“" + CellRefused.quote(unit) + "”读取字段“" + CellRefused.quote(name) + "”，请换一个计量单位",
                        "can not be read with “" + CellRefused.quote(unit) + "” as the unit of "
                                + CellRefused.quote(name))));
            }
        });
        if (!wrong.isEmpty()) {
            throw new SheetRefused(wrong);
        }
    }

    /** @param columns those of the file, without our own findings */
    record Match(List<Column> columns, Form form) {
        @Nullable
        Field field(Column column) {
            return column.field() == null ? null : form.find(column.field());
        }
    }

    /** The fields that a row names; none when it is no header, since it names no key. */
    Set<String> fieldsIn(RawRow row) {
        first = first == null && !row.isEmpty() ? row : first;
        Set<String> found = new HashSet<>();
        for (RawCell cell : row.cells()) {
            Field field = cell instanceof RawCell.Written written
                    ? read(written.text()).field()
                    : null;
            if (field != null) {
                found.add(field.name());
            }
        }
        return isHeader(found) ? found : Set.of();
    }

    /**
     * What the columns under this header are.
     *
     * @throws SheetRefused with one finding for each column whose unit is missing, and for each field named twice
     */
    Match match(RawRow row) throws SheetRefused {
        if (row.cells().size() > MOST_COLUMNS) {
            throw new SheetRefused("列数过多，最多 " + MOST_COLUMNS + " 列", "has more than " + MOST_COLUMNS + " columns");
        }
        List<Column> columns = new ArrayList<>();
        List<Finding> open = new ArrayList<>();
        for (int at = 0; at < row.cells().size(); at++) {
            if (row.at(at) instanceof RawCell.Written written && !written.text().isEmpty()) {
                column(at, written.text(), columns, open);
            }
        }
        twice(columns, open);
        if (!open.isEmpty()) {
            throw new SheetRefused(open);
        }
        return new Match(List.copyOf(columns), form);
    }

    private HeaderCell read(String header) {
        return HeaderCell.read(header, names, mappedFields, form, LONGEST);
    }

    private boolean isHeader(Set<String> found) {
        List<Field> keys = keys();
        return keys.isEmpty()
                ? !found.isEmpty()
                : keys.stream().map(Field::name).anyMatch(found::contains);
    }

    /** The first thing that the form asks for, which no row is without, and the keys. */
    private List<Field> keys() {
        return Stream.concat(
                        form.fields().stream()
                                .filter(field -> field.necessity() == Necessity.REQUIRED)
                                .limit(1),
                        KEYS.stream().map(form::find).filter(Objects::nonNull))
                .toList();
    }

    private void column(int at, String header, List<Column> columns, List<Finding> open) {
        HeaderCell cell = read(header);
        Field field = cell.field();
        if (field == null) {
            if (!ResultColumn.isHeader(header)) {
                columns.add(new Column(at + 1, header, null, null, null, cell.carriesNothing()));
            }
            return;
        }
        String unit = mapping.units().getOrDefault(field.name(), cell.unit());
        BigDecimal factor = null;
        if (isNumber(field)) {
            factor = unit == null ? null : Measures.factor(field, unit);
            if (!needsUnit(field)) {
                factor = BigDecimal.ONE;
            } else if (factor == null) {
                open.add(unitMissing(header, field));
            }
        }
        boolean measured = needsUnit(field) || field.type() == Type.BOUNDS;
        columns.add(new Column(at + 1, header, field.name(), measured ? unit : null, factor, false));
    }

    private static Finding unitMissing(String header, Field field) {
        String example = field.label().zh() + "（" + Measures.usual(field).zh() + "）";
        return Finding.of(
                "UNIT_MISSING", field.pointer(), Map.of("header", header, "label", field.label(), "example", example));
    }

    private void twice(List<Column> columns, List<Finding> open) {
        Map<String, Column> seen = new HashMap<>();
        for (Column column : columns) {
            Column other = column.field() == null ? null : seen.putIfAbsent(column.field(), column);
            if (other != null) {
                Field field = form.field(Objects.requireNonNull(column.field()));
                open.add(Finding.of(
                        "FORMAT",
                        field.pointer(),
                        Map.of(
                                "label",
                                field.label(),
                                "column",
                                column.header(),
                                "problem",
                                new Text(
                                        "列“" + other.header() + "”和列“" + column.header() + "”是同一个字段，请删去其中一列",
                                        "columns “" + other.header() + "” and “" + column.header()
                                                + "” are the same field: remove one"))));
            }
        }
    }

    /** When no row was a header. */
    SheetRefused missing() {
        String wanted =
                keys().stream().map(field -> "“" + field.label().zh() + "”").collect(Collectors.joining("或"));
        if (wanted.isEmpty()) {
            wanted = "“" + form.fields().getFirst().label().zh() + "”";
        }
        if (first == null) {
            return new SheetRefused("里面没有内容，请确认选对了文件", "is empty: check that it is the right one");
        }
        String seen = first.cells().stream()
                .filter(cell -> cell instanceof RawCell.Written written
                        && !written.text().isEmpty())
                .map(cell -> CellRefused.quote(((RawCell.Written) cell).text()))
                .limit(10)
                .collect(Collectors.joining("、"));
        return new SheetRefused(
                "前 " + Beginning.DEEPEST_HEADER + " 行中没有找到表头：表头里至少要有" + wanted + "一列；第 " + first.number() + " 行是："
                        + seen,
                "has no header row among its first " + Beginning.DEEPEST_HEADER + " rows: it must name " + wanted
                        + "; row " + first.number() + " reads: " + seen);
    }

    static boolean isColumn(@Nullable Field field) {
        return field != null && field.type() != Type.OBJECTS;
    }

    private static boolean isNumber(Field field) {
        return switch (field.type()) {
            case MONEY, DECIMAL, PRICE, INTEGER, COORDINATE -> true;
            default -> false;
        };
    }

    private static boolean needsUnit(Field field) {
        return field.unit() != null && (field.type() == Type.MONEY || field.type() == Type.DECIMAL);
    }
}
