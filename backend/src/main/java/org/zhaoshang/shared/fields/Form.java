package org.zhaoshang.shared.fields;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;

/** The fields of one kind of record, in the order of its paper form: drives reading, labels, sheets and the client's forms. */
public final class Form {
    private final Map<String, Field> fields;

    private Form(Map<String, Field> fields) {
        this.fields = fields;
    }

    /** A form of these fields, in this order. */
    public static Form of(List<Field> fields) {
        Map<String, Field> named = new LinkedHashMap<>();
        fields.forEach(field -> named.put(field.name(), field));
        return new Form(named);
    }

    /** Reads {@code data/<name>-fields.csv}. */
    public static Form load(String name) {
        Map<String, Field> fields = new LinkedHashMap<>();
        try (InputStream file =
                        Objects.requireNonNull(Form.class.getResourceAsStream("/data/" + name + "-fields.csv"));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(row -> fields.put(row.getField("name"), field(row)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Form(fields);
    }

    /**
     * The form as a sheet with one cell a field: lists of records, which fit in no cell, are left out for the columns of
     * another form, of which the first comes first.
     */
    public Form asSheet(Form columns) {
        Map<String, Field> flat = new LinkedHashMap<>();
        List<Field> further = columns.fields();
        flat.put(further.getFirst().name(), further.getFirst());
        fields().stream().filter(field -> field.type() != Type.OBJECTS).forEach(field -> flat.put(field.name(), field));
        further.forEach(field -> flat.putIfAbsent(field.name(), field));
        return new Form(flat);
    }

    /** These fields alone, in this order. */
    public Form only(List<String> names) {
        Map<String, Field> some = new LinkedHashMap<>();
        names.forEach(name -> some.put(name, field(name)));
        return new Form(some);
    }

    /** The fields of the record itself, without those inside lists. */
    public List<Field> fields() {
        return fields.values().stream()
                .filter(field -> !field.name().contains("/"))
                .toList();
    }

    public List<Field> fieldsOf(String list) {
        return fields.values().stream().filter(field -> field.isOf(list)).toList();
    }

    public @Nullable Field find(String name) {
        return fields.get(name);
    }

    public Field field(String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    /** The label of the field that a pointer leads to; the pointer itself where it leads to none. */
    public Text label(String pointer) {
        String[] steps = pointer.split("/");
        Field field = steps.length > 1 ? fields.get(steps[1]) : null;
        return field == null ? new Text(pointer, pointer) : field.label();
    }

    private static Field field(NamedCsvRecord row) {
        Type type = Type.valueOf(row.getField("type"));
        boolean coded = type == Type.CODE || type == Type.CODES;
        String options = row.getField("options");
        return new Field(
                row.getField("name"),
                type,
                new Text(row.getField("label_zh"), row.getField("label_en")),
                emptyToNull(row.getField("unit")),
                row.getField("max").isEmpty() ? null : Integer.valueOf(row.getField("max")),
                Necessity.valueOf(row.getField("necessity")),
                row.getField("section"),
                coded || !options.contains("=") ? List.of() : options(options),
                coded ? options : null,
                row.getField("public").equals("yes"),
                new Text(row.getField("help_zh"), row.getField("help_en")));
    }

    private static List<Field.Option> options(String text) {
        List<Field.Option> options = new ArrayList<>();
        for (String option : text.split("\\|")) {
            String[] parts = option.split("=");
            options.add(new Field.Option(parts[0], new Text(parts[1], parts[2])));
        }
        return List.copyOf(options);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return Arrays.toString(fields.keySet().toArray());
    }
}
