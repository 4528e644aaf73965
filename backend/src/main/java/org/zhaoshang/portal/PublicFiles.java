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
import java.util.Map;
import java.util.function.Supplier;
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

    private final PublicProjects projects;
    private final ObjectMapper json;

    PublicFiles(PublicProjects projects, ObjectMapper json) {
        this.projects = projects;
        this.json = json;
    }

    private interface RowWriter {
        void write(PublicProjects.Row row) throws IOException;
    }

    StreamingOutput csv(PublicFilter filter) {
        return output -> {
            CsvSheet sheet = new CsvSheet(output, PublicColumn.columns());
            each(filter::conditions, filter.order(), row -> {
                sheet.row(PublicColumn.cells(json.readTree(row.document())));
            });
            sheet.end();
        };
    }

    StreamingOutput ndjson(PublicFilter filter) {
        return output -> {
            Writer text = writer(output);
            each(filter::conditions, filter.order(), row -> {
                text.write(row.document());
                text.write('\n');
            });
            text.flush();
        };
    }

    StreamingOutput geojson(PublicFilter filter) {
        return output -> {
            Writer text = writer(output);
            text.write("{\"type\":\"FeatureCollection\",\"features\":[");
            String[] separator = {""};
            each(() -> withPlace(filter), filter.order(), row -> {
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

    static Conditions withPlace(PublicFilter filter) {
        return filter.conditions().and("p.longitude is not null and p.latitude is not null", Map.of());
    }

    private void each(Supplier<Conditions> conditions, Order<PublicProjects.Row> order, RowWriter writer)
            throws IOException {
        PublicProjects.@Nullable Row last = null;
        List<PublicProjects.Row> batch;
        do {
            Conditions after = order.afterRow(conditions.get(), "p", last);
            batch = QuarkusTransaction.requiringNew().call(() -> projects.read(after, order, BATCH));
            for (PublicProjects.Row row : batch) {
                writer.write(row);
                last = row;
            }
        } while (batch.size() == BATCH);
    }

    private static Writer writer(OutputStream output) {
        return new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 15);
    }
}
