package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.sheet.Cells;
import org.zhaoshang.shared.sheet.Incoming;
import org.zhaoshang.shared.sheet.SheetRefused;

/**
 * The verdicts of an import as a file, in file order, written while they are read. Rows of which nothing is kept, because the
 * import did not come to its end, are read from the uploaded file again: every row has a verdict.
 */
@ApplicationScoped
class ImportResults {
    private static final int PART = 1000;

    private final ImportPass pass;
    private final ImportKinds kinds;
    private final Verdicts verdicts;
    private final ObjectMapper json;

    ImportResults(ImportPass pass, ImportKinds kinds, Verdicts verdicts, ObjectMapper json) {
        this.pass = pass;
        this.kinds = kinds;
        this.verdicts = verdicts;
        this.json = json;
    }

    @Schema(name = "ImportRow", description = "What became of one row.")
    record RowView(
            @Schema(required = true, description = "As a person counts it: the header of a sheet is 1")
            int row,

            @Schema(required = true) Verdict.Status status,
            @Nullable UUID id,
            @Nullable String code,
            @Nullable String externalId,

            @Nullable @Schema(description = "What the row calls its record; absent where it does not")
            String name,

            @Schema(required = true, description = "Why it can not be stored")
            List<Finding.View> errors,

            @Schema(required = true, description = "What is left to settle before the record can be submitted")
            List<Finding.View> findings,

            @Schema(required = true, description = "Old and new value of each field of a changed record")
            List<Change> changes) {

        static RowView of(Verdict verdict, Language language) {
            return new RowView(
                    verdict.row(),
                    verdict.status(),
                    verdict.record(),
                    verdict.code(),
                    verdict.externalId(),
                    verdict.name(),
                    spoken(verdict.errors(), language),
                    spoken(verdict.findings(), language),
                    verdict.changes());
        }

        private static List<Finding.View> spoken(List<Finding> findings, Language language) {
            return findings.stream().map(finding -> finding.in(language)).toList();
        }
    }

    StreamingOutput ndjson(Import of, Language language) {
        return output -> {
            Writer text = writer(output);
            each(of, verdict -> {
                text.write(json.writeValueAsString(RowView.of(verdict, language)));
                text.write('\n');
            });
            text.flush();
        };
    }

    StreamingOutput csv(Import of, Language language) {
        return output -> {
            Writer text = writer(output);
            text.write('\uFEFF');
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord(HEADERS.stream().map(header -> header.in(language)).toList());
            each(of, verdict -> {
                RowView row = RowView.of(verdict, language);
                csv.writeRecord(
                        Integer.toString(row.row()),
                        status(row.status()).in(language),
                        row.code() == null ? "" : row.code(),
                        row.externalId() == null ? "" : Cells.text(row.externalId()),
                        row.name() == null ? "" : Cells.text(row.name()),
                        Cells.text(messages(row.errors())),
                        Cells.text(messages(row.findings())));
            });
            csv.flush();
        };
    }

    private static final List<Text> HEADERS = List.of(
            new Text("行", "Row"),
            new Text("处理结果", "Result"),
            new Text("项目编号", "Code"),
            new Text("客户编号", "External id"),
            new Text("名称", "Name"),
            new Text("不能导入的原因", "Errors"),
            new Text("报送前需处理", "Findings"));

    static Text status(Verdict.Status status) {
        return switch (status) {
            case CREATED -> new Text("新增", "created");
            case UPDATED -> new Text("修改", "updated");
            case UNCHANGED -> new Text("无变化", "unchanged");
            case REJECTED -> new Text("未导入", "rejected");
            case NOT_APPLIED -> new Text("未执行", "not applied");
        };
    }

    private static String messages(List<Finding.View> findings) {
        return findings.stream().map(Finding.View::message).collect(Collectors.joining("\n"));
    }

    interface Taker {
        void take(Verdict verdict) throws IOException;
    }

    /** Each part in a short transaction of its own: the slowest reader holds no connection. */
    void each(Import of, Taker taker) throws IOException {
        boolean kept = of.state() == ImportState.COMPLETED || of.state() == ImportState.RUNNING;
        if (!kept) {
            notApplied(of, taker);
            return;
        }
        int last = 0;
        List<Verdict> part;
        do {
            int from = last;
            part = QuarkusTransaction.requiringNew().call(() -> verdicts.after(of.id(), from, PART));
            for (Verdict verdict : part) {
                taker.take(verdict);
            }
            last = part.isEmpty() ? last : part.getLast().row();
        } while (part.size() == PART);
    }

    private void notApplied(Import of, Taker taker) throws IOException {
        if (of.rows().total() == 0) {
            return;
        }
        ImportKind kind = kinds.named(of.kind());
        try (Incoming incoming = pass.open(of, kind)) {
            for (int read = 0; read < of.rows().total(); read++) {
                Incoming.Row row = incoming.next();
                if (row == null) {
                    return;
                }
                taker.take(Verdict.notApplied(row.number(), RowName.of(row, kind)));
            }
        } catch (SheetRefused asBefore) {
            // What could be read was given; the import itself says why no more.
        }
    }

    private static Writer writer(OutputStream output) {
        return new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 15);
    }
}
