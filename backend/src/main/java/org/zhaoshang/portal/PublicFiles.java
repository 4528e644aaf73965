package org.zhaoshang.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.sheet.CsvSheet;

/**
 * The whole selection as a file, written while it is read. Rows come in batches, each in a short transaction of its own: the
 * slowest reader holds neither a connection nor more than one batch in memory.
 */
@ApplicationScoped
class PublicFiles {
    private static final int BATCH = 1000;

    private final PublicRows rows;
    private final ObjectMapper json;

    PublicFiles(PublicRows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    private interface RowWriter {
        void write(PublicRows.Row row) throws IOException;
    }

    StreamingOutput csv(PublicSelection selection) {
        return output -> {
            PublicKind kind = selection.kind();
            CsvSheet sheet = new CsvSheet(
                    output,
                    PublicColumns.of(kind).stream().map(PublicColumn::column).toList());
            each(selection, row -> sheet.row(PublicColumns.cells(kind, json.readTree(row.document()))));
            sheet.end();
        };
    }

    /** The lines are put together by the database and sent as they come. */
    StreamingOutput ndjson(PublicSelection selection) {
        return output -> {
            Order<PublicRows.Row> order = selection.order();
            PublicRows.@Nullable Row last = null;
            do {
                Conditions after = order.afterRow(selection.conditions(), "p", last);
                PublicRows.Sheet lines = QuarkusTransaction.requiringNew()
                        .call(() -> rows.sheet(selection.kind(), after, order, BATCH, "\n"));
                if (lines.documents().length > 0) {
                    output.write(lines.documents());
                    output.write('\n');
                }
                last = lines.last();
            } while (last != null);
        };
    }

    /** @param selection of what has a place */
    StreamingOutput geojson(PublicSelection selection) {
        return output -> {
            Writer text = writer(output);
            text.write("{\"type\":\"FeatureCollection\",\"features\":[");
            String[] separator = {""};
            each(selection, row -> {
                JsonNode document = json.readTree(row.document());
                text.write(separator[0] + "{\"type\":\"Feature\",\"id\":\"" + row.id()
                        + "\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[" + document.get("longitude") + ","
                        + document.get("latitude") + "]},\"properties\":" + row.document() + "}");
                separator[0] = ",\n";
            });
            text.write("]}");
            text.flush();
        };
    }

    private void each(PublicSelection selection, RowWriter writer) throws IOException {
        Order<PublicRows.Row> order = selection.order();
        PublicRows.@Nullable Row last = null;
        List<PublicRows.Row> batch;
        do {
            Conditions after = order.afterRow(selection.conditions(), "p", last);
            batch = QuarkusTransaction.requiringNew().call(() -> rows.read(selection.kind(), after, order, BATCH));
            for (PublicRows.Row row : batch) {
                writer.write(row);
                last = row;
            }
        } while (batch.size() == BATCH);
    }

    private static Writer writer(OutputStream output) {
        return new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 15);
    }
}
