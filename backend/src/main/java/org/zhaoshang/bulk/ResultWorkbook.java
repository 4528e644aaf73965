package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.sheet.Incoming;
import org.zhaoshang.shared.sheet.SheetRefused;
import org.zhaoshang.shared.sheet.Template;
import org.zhaoshang.shared.sheet.TemplateWorkbook;

/**
 * The file that came in, with what became of its rows: read a second time beside the verdicts, a part at a time. Its columns
 * are those that came, since a column that did not come must not be cleared when this one is sent again; rows of records that
 * exist by now carry their code.
 */
@ApplicationScoped
class ResultWorkbook {
    private final ImportPass pass;
    private final ImportKinds kinds;
    private final Verdicts verdicts;

    ResultWorkbook(ImportPass pass, ImportKinds kinds, Verdicts verdicts) {
        this.pass = pass;
        this.kinds = kinds;
        this.verdicts = verdicts;
    }

    /** @param scope of who reads: rows of records show no more of them than that */
    StreamingOutput of(Import done, RowScope scope, Language language) {
        return output -> {
            ImportKind kind = kinds.named(done.kind());
            try (Incoming incoming = pass.open(done, kind)) {
                TemplateWorkbook workbook = TemplateWorkbook.annotated(
                        output, columns(kind.template(), incoming), leftOut(incoming), language);
                workbook.note(done.findings());
                write(done, kind, incoming, workbook, scope);
                workbook.end();
            } catch (SheetRefused refused) {
                throw new IOException("the file of import " + done.id() + " can not be read any more", refused);
            }
        };
    }

    private static Template columns(Template template, Incoming incoming) {
        List<String> came = incoming.columns().stream()
                .map(Incoming.Column::field)
                .flatMap(Stream::ofNullable)
                .toList();
        if (came.isEmpty()) {
            return template;
        }
        return template.only(
                came.contains(ImportKind.CODE)
                        ? came
                        : Stream.concat(Stream.of(ImportKind.CODE), came.stream())
                                .toList());
    }

    /** The sender's own columns come back with the rest, and are left out again when the file is sent again. */
    private static List<String> leftOut(Incoming incoming) {
        return incoming.columns().stream()
                .filter(column -> column.field() == null)
                .map(Incoming.Column::header)
                .toList();
    }

    private void write(Import done, ImportKind kind, Incoming incoming, TemplateWorkbook workbook, RowScope scope)
            throws IOException {
        boolean asSheet = !incoming.columns().isEmpty();
        boolean more = true;
        while (more) {
            List<Incoming.Row> part = new ArrayList<>();
            more = read(incoming, part);
            if (!part.isEmpty()) {
                List<Line> lines =
                        QuarkusTransaction.requiringNew().call(() -> lines(done, kind, part, asSheet, scope));
                for (Line line : lines) {
                    workbook.row(line.values(), line.beside(), line.result(), line.refused(), line.findings());
                }
            }
        }
    }

    private record Line(
            ObjectNode values,
            List<String> beside,
            @Nullable Text result,
            boolean refused,
            List<Finding> findings) {}

    private List<Line> lines(Import done, ImportKind kind, List<Incoming.Row> part, boolean asSheet, RowScope scope) {
        boolean judged = done.state() == ImportState.COMPLETED;
        Map<Integer, Verdict> became = new HashMap<>();
        if (judged) {
            verdicts.after(done.id(), part.getFirst().number() - 1, part.size())
                    .forEach(verdict -> became.put(verdict.row(), verdict));
        }
        List<UUID> records = became.values().stream()
                .map(Verdict::record)
                .flatMap(Stream::ofNullable)
                .toList();
        Map<UUID, ObjectNode> stored = kind.rows(records, scope);
        return part.stream()
                .map(row -> {
                    Verdict verdict = became.get(row.number());
                    UUID record = verdict == null ? null : verdict.record();
                    ObjectNode present = record == null ? null : stored.get(record);
                    return new Line(
                            asSheet ? withCode(row.values(), present) : kind.asSheet(row.values(), present),
                            row.leftOut(),
                            status(verdict, judged),
                            verdict == null || verdict.status() == Verdict.Status.REJECTED,
                            said(row, verdict, kind));
                })
                .toList();
    }

    /** @return false when the file ends, or can not be read further: the import's own findings say why */
    private static boolean read(Incoming incoming, List<Incoming.Row> part) throws IOException {
        try {
            while (part.size() < ImportPass.PART) {
                Incoming.Row row = incoming.next();
                if (row == null) {
                    return false;
                }
                part.add(row);
            }
            return true;
        } catch (SheetRefused asBefore) {
            return false;
        }
    }

    private static ObjectNode withCode(ObjectNode values, @Nullable ObjectNode present) {
        if (present != null && !values.hasNonNull(ImportKind.CODE)) {
            values.set(ImportKind.CODE, present.get(ImportKind.CODE));
        }
        return values;
    }

    private static @Nullable Text status(@Nullable Verdict verdict, boolean judged) {
        if (verdict != null) {
            return ImportResults.status(verdict.status());
        }
        return judged ? null : ImportResults.status(Verdict.Status.NOT_APPLIED);
    }

    /** What could not be read is said again where nothing else was kept: it holds what stood in the cells. */
    private static List<Finding> said(Incoming.Row row, @Nullable Verdict verdict, ImportKind kind) {
        Stream<Finding> findings = verdict == null
                ? row.refused().stream()
                : Stream.concat(verdict.errors().stream(), verdict.findings().stream());
        return findings.map(kind::atColumn).toList();
    }
}
