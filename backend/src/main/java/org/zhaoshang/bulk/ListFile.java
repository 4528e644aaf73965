package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.sheet.CsvSheet;
import org.zhaoshang.shared.sheet.PlainWorkbook;
import org.zhaoshang.shared.sheet.TemplateWorkbook;

/**
 * Writes a selection of a list while it reads it. The selection is a list of ids, taken once, so that no row is missed or
 * doubled whatever is written meanwhile; the rows come in batches, each in a short transaction of its own. The slowest reader,
 * or one who is gone, holds neither a connection nor more than a batch in memory, and sixteen bytes for each row to come.
 */
public final class ListFile<L> {
    private static final int BATCH = 500;

    private final ListSheet<L> sheet;
    private final Lines<L> lines;
    private final ObjectMapper json;

    /** @param lines one document a line of the NDJSON file */
    public ListFile(ListSheet<L> sheet, Lines<L> lines, ObjectMapper json) {
        this.sheet = sheet;
        this.lines = lines;
        this.json = json;
    }

    /** What is written, and who for: a row that left the reader's sight meanwhile is left out. */
    public record Selection(List<UUID> ids, RowScope scope, Language language) {}

    /** Reads those of the rows that the scope sees. */
    @FunctionalInterface
    public interface Lines<L> {
        Map<UUID, L> read(Set<UUID> ids, RowScope scope);
    }

    private interface Writer<R> {
        void write(R row) throws IOException;
    }

    void write(ExportFormat format, Selection selection, OutputStream output) throws IOException {
        switch (format) {
            case CSV -> csv(selection, output);
            case XLSX -> {
                if (sheet.isPlain()) {
                    plain(selection, output);
                } else {
                    xlsx(selection, output);
                }
            }
            case NDJSON -> ndjson(selection, output);
        }
    }

    private void csv(Selection selection, OutputStream output) throws IOException {
        Language language = selection.language();
        CsvSheet table = new CsvSheet(output, sheet.columns(language));
        table.flush();
        output.flush(); // the reader sees at once that it begins
        each(selection, sheet::row, row -> table.row(sheet.cells(row, language)));
        table.end();
    }

    private void xlsx(Selection selection, OutputStream output) throws IOException {
        Language language = selection.language();
        TemplateWorkbook book =
                TemplateWorkbook.plain(output, sheet.template(), sheet.besideColumns(language), language);
        book.flush();
        output.flush();
        each(selection, sheet::row, row -> book.row(row.values(), sheet.besideCells(row.line(), language)));
        book.end();
    }

    private void plain(Selection selection, OutputStream output) throws IOException {
        Language language = selection.language();
        PlainWorkbook book =
                new PlainWorkbook(output, sheet.template().name().in(language), sheet.besideColumns(language));
        book.flush();
        output.flush();
        each(selection, Function.identity(), line -> book.row(sheet.besideCells(line, language)));
        book.end();
    }

    private void ndjson(Selection selection, OutputStream output) throws IOException {
        java.io.Writer text = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 15);
        each(selection, Function.identity(), line -> {
            text.write(json.writeValueAsString(line));
            text.write('\n');
        });
        text.flush();
    }

    /** @param as what is made of a line while the database is at hand */
    private <R> void each(Selection selection, Function<L, R> as, Writer<R> writer) throws IOException {
        List<UUID> ids = selection.ids();
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<UUID> batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
            Map<UUID, R> rows = QuarkusTransaction.requiringNew().call(() -> {
                Map<UUID, R> read = new HashMap<>();
                lines.read(new HashSet<>(batch), selection.scope()).forEach((id, line) -> read.put(id, as.apply(line)));
                return read;
            });
            for (UUID id : batch) {
                R row = rows.get(id);
                if (row != null) {
                    writer.write(row);
                }
            }
        }
    }
}
