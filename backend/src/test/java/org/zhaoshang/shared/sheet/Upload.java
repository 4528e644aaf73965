package org.zhaoshang.shared.sheet;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.sheet.Incoming.Column;
import org.zhaoshang.shared.sheet.Incoming.Row;

/** A file on its way in: what a test asks of it, in one line. */
final class Upload {
    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";
    static final String JSON = "application/json";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static final Form FORM = Form.load("project");
    private static final Map<String, Map<String, String>> CODES = Map.of(
            "industries",
                    Map.of(
                            "3.3", "3.3", "新材料", "3.3", "3.3 新材料", "3.3", "1.4", "1.4", "新能源产业", "1.4", "3.1", "3.1",
                            "3.10", "3.10"),
            "locations", Map.of("150622", "150622", "准格尔旗", "150622"),
            "gbIndustries", Map.of("06", "06"));
    static final CodeNames NAMES = (list, text) ->
            Optional.ofNullable(CODES.getOrDefault(list, Map.of()).get(text));

    private final Path file;
    private final Declared declared;
    private Mapping mapping = Mapping.NONE;
    private Form form = FORM;
    private CodeNames names = NAMES;

    private Upload(byte[] content, Declared declared) {
        try {
            this.file = Files.createTempFile("upload", null);
            file.toFile().deleteOnExit();
            Files.write(file, content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        this.declared = declared;
    }

    private Upload(Path file, Declared declared) {
        this.file = file;
        this.declared = declared;
    }

    static Upload csv(String... lines) {
        return of(CSV, String.join("\r\n", lines) + "\r\n");
    }

    static Upload of(String mediaType, String text) {
        return of(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    static Upload of(String mediaType, byte[] content) {
        return new Upload(content, new Declared(mediaType, null));
    }

    static Upload of(String mediaType, Path file) {
        return new Upload(file, new Declared(mediaType, null));
    }

    static Upload of(String mediaType, byte[] content, @Nullable String charset) {
        return new Upload(content, new Declared(mediaType, charset));
    }

    static Upload csv(String text, Charset written, @Nullable String declared) {
        return of(CSV, text.getBytes(written), declared);
    }

    Upload with(Mapping mapping) {
        this.mapping = mapping;
        return this;
    }

    Upload as(Form form) {
        this.form = form;
        return this;
    }

    Upload naming(CodeNames names) {
        this.names = names;
        return this;
    }

    Incoming open() throws IOException, SheetRefused {
        return IncomingFile.open(file, declared, form, names, mapping);
    }

    List<Column> columns() {
        try (Incoming rows = open()) {
            return rows.columns();
        } catch (IOException | SheetRefused failure) {
            throw new AssertionError(failure);
        }
    }

    List<Row> rows() {
        try (Incoming rows = open()) {
            List<Row> all = new ArrayList<>();
            for (Row row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
            // Who takes rows in parts asks once more after the last one.
            if (rows.next() != null) {
                throw new AssertionError("another row after the end");
            }
            return all;
        } catch (IOException | SheetRefused failure) {
            throw new AssertionError(failure);
        }
    }

    /** The only row. */
    Row row() {
        List<Row> rows = rows();
        if (rows.size() != 1) {
            throw new AssertionError(rows);
        }
        return rows.getFirst();
    }

    /** The words with which the file as a whole is refused; fails when it is not. */
    String refusal() {
        return words(refused().findings(), Language.ZH);
    }

    SheetRefused refused() {
        SheetRefused refused = catchThrowableOfType(SheetRefused.class, () -> {
            try (Incoming rows = open()) {
                while (rows.next() != null) {
                    // reads on to the end
                }
            }
        });
        if (refused == null) {
            throw new AssertionError("was not refused");
        }
        words(refused.findings(), Language.EN);
        return refused;
    }

    static String words(List<Finding> findings, Language language) {
        return findings.stream().map(finding -> finding.in(language).message()).collect(Collectors.joining("\n"));
    }

    /** What a person reads of a row. */
    static String words(Row row) {
        return words(row.refused(), Language.ZH);
    }
}
