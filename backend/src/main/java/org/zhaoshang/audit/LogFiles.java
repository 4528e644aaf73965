package org.zhaoshang.audit;

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
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.shared.sheet.Column;
import org.zhaoshang.shared.sheet.CsvSheet;

/**
 * The whole selection as a file, written while it is read. Entries come in batches, each in a short transaction of its own:
 * the slowest reader holds neither a connection nor more than one batch in memory.
 */
@ApplicationScoped
class LogFiles {
    private static final int BATCH = 1000;

    private static final List<Text> HEADERS = List.of(
            new Text("时间", "Time"),
            new Text("操作人", "Who"),
            new Text("用户名", "User name"),
            new Text("类别", "Kind"),
            new Text("操作", "Action"),
            new Text("原因", "Reason"),
            new Text("对象类别", "Kind of subject"),
            new Text("对象编号", "Id of the subject"),
            new Text("单位", "Unit"),
            new Text("版本", "Version"),
            new Text("改动", "Changes"),
            new Text("网络地址", "Address"),
            new Text("请求编号", "Request"));

    private final History history;
    private final ObjectMapper json;

    LogFiles(History history, ObjectMapper json) {
        this.history = history;
        this.json = json;
    }

    private interface EntryWriter {
        void write(LogEntry entry) throws IOException;
    }

    StreamingOutput csv(LogFilter filter, Language language) {
        return output -> {
            CsvSheet sheet = new CsvSheet(
                    output,
                    HEADERS.stream()
                            .map(header -> Column.of(header.in(language), 0))
                            .toList());
            each(filter, language, entry -> sheet.row(cells(entry)));
            sheet.end();
        };
    }

    StreamingOutput ndjson(LogFilter filter, Language language) {
        return output -> {
            Writer text = writer(output);
            each(filter, language, entry -> {
                text.write(json.writeValueAsString(entry));
                text.write('\n');
            });
            text.flush();
        };
    }

    private void each(LogFilter filter, Language language, EntryWriter writer) throws IOException {
        long last = Long.MAX_VALUE;
        List<Entry> batch;
        do {
            long from = last;
            batch = QuarkusTransaction.requiringNew().call(() -> history.before(from, filter.conditions(), BATCH));
            for (Entry entry : batch) {
                writer.write(LogEntry.of(entry, language));
                last = entry.id();
            }
        } while (batch.size() == BATCH);
    }

    private static List<Cell> cells(LogEntry entry) {
        return Stream.of(
                        entry.at().toString(),
                        entry.actor().displayName(),
                        entry.actor().name(),
                        entry.actor().kind(),
                        entry.action(),
                        entry.reason(),
                        entry.subjectKind(),
                        entry.subjectId(),
                        entry.unitCode(),
                        Objects.toString(entry.version(), ""),
                        entry.changes().stream()
                                .map(change -> change.label() + "：" + value(change.from()) + " → " + value(change.to()))
                                .collect(Collectors.joining("\n")),
                        entry.address(),
                        entry.requestId())
                .map(Cell::of)
                .toList();
    }

    private static String value(JsonNode value) {
        return value.isNull() ? "—" : value.isTextual() ? value.textValue() : value.toString();
    }

    private static Writer writer(OutputStream output) {
        return new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 15);
    }
}
