package org.zhaoshang.projects.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhaoshang.projects.HeldAppraisal;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.projects.ProjectState;
import org.zhaoshang.projects.ProjectViews;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.projects.UploadedAppraisals;
import org.zhaoshang.projects.upload.ProjectCodeNames;
import org.zhaoshang.projects.upload.ProjectSheet;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.sheet.CsvSheet;
import org.zhaoshang.shared.sheet.TemplateWorkbook;

/**
 * Writes a selection of projects while it reads them. The selection is a list of ids, taken once, so that no row is missed or
 * doubled whatever is written meanwhile; the rows come in batches, each in a short transaction of its own. The slowest reader,
 * or one who is gone, holds neither a connection nor more than a batch in memory, and sixteen bytes for each row to come.
 */
@ApplicationScoped
class ProjectExport {
    private static final int BATCH = 500;

    private final Projects projects;
    private final UploadedAppraisals appraisals;
    private final ProjectTable table;
    private final ProjectCodeNames codes;
    private final EntityManager database;
    private final ObjectMapper json;

    ProjectExport(
            Projects projects,
            UploadedAppraisals appraisals,
            ProjectTable table,
            ProjectCodeNames codes,
            EntityManager database,
            ObjectMapper json) {
        this.projects = projects;
        this.appraisals = appraisals;
        this.table = table;
        this.codes = codes;
        this.database = database;
        this.json = json;
    }

    /** What is written, and who for: a row that left the reader's sight meanwhile is left out. */
    record Selection(List<UUID> ids, RowScope scope, Language language) {}

    private interface Writer<R> {
        void write(R row) throws IOException;
    }

    StreamingOutput csv(Selection selection) {
        return output -> {
            Language language = selection.language();
            CsvSheet sheet = new CsvSheet(output, table.columns(language));
            sheet.flush();
            output.flush(); // the reader sees at once that it begins
            each(selection, table::row, row -> sheet.row(table.cells(row, language)));
            sheet.end();
        };
    }

    StreamingOutput xlsx(Selection selection) {
        return output -> {
            Language language = selection.language();
            TemplateWorkbook book =
                    TemplateWorkbook.plain(output, ProjectSheet.template(codes), table.beside(language), language);
            book.flush();
            output.flush();
            each(selection, table::row, row -> book.row(row.values(), table.beside(row.line(), language)));
            book.end();
        };
    }

    StreamingOutput ndjson(Selection selection) {
        return output -> {
            java.io.Writer text = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 15);
            each(selection, Function.identity(), line -> {
                text.write(json.writeValueAsString(line));
                text.write('\n');
            });
            text.flush();
        };
    }

    /** @param as what is made of a line while the database is at hand */
    private <R> void each(Selection selection, Function<ProjectLine, R> as, Writer<R> writer) throws IOException {
        List<UUID> ids = selection.ids();
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<UUID> batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
            Map<UUID, R> rows = QuarkusTransaction.requiringNew()
                    .call(() -> read(new HashSet<>(batch), selection.scope())
                            .collect(Collectors.toMap(ProjectLine::id, as)));
            for (UUID id : batch) {
                R row = rows.get(id);
                if (row != null) {
                    writer.write(row);
                }
            }
        }
    }

    private Stream<ProjectLine> read(Set<UUID> ids, RowScope scope) {
        Set<UUID> seen = projects.idsSeen(ids, scope);
        Map<UUID, List<HeldAppraisal>> held = appraisals.heldFor(seen);
        List<Tuple> found =
                database.createQuery("""
                select p.id as id, p.code as code, p.version as version, p.state as state, p.fields as fields,
                    p.late as late, p.publiclyListed as listed, p.blocking as blocking, p.explaining as explaining,
                    p.appraised as appraised, p.submittedAt as submitted, p.acceptedAt as accepted,
                    p.publishedAt as published, p.updatedAt as updated, p.updatedBy as updatedBy, p.example as example
                from Project p where p.id in (:ids)
                """, Tuple.class).setParameter("ids", seen).getResultList();
        return found.stream().map(row -> line(row, held.getOrDefault(row.get("id", UUID.class), List.of())));
    }

    private static ProjectLine line(Tuple row, List<HeldAppraisal> held) {
        return new ProjectLine(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("version", Long.class),
                row.get("state", ProjectState.class),
                row.get("fields", ProjectFields.class),
                row.get("late", Boolean.class),
                row.get("listed", Boolean.class),
                row.get("blocking", Integer.class),
                row.get("explaining", Integer.class),
                row.get("appraised", Boolean.class),
                held.isEmpty() ? null : held.getLast(),
                ProjectViews.localOrNull(row.get("submitted", Instant.class)),
                ProjectViews.localOrNull(row.get("accepted", Instant.class)),
                ProjectViews.localOrNull(row.get("published", Instant.class)),
                ProjectViews.local(Objects.requireNonNull(row.get("updated", Instant.class))),
                row.get("updatedBy", String.class),
                row.get("example", Boolean.class));
    }
}
