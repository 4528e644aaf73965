package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.sheet.TemplateWorkbook;

/** Writes the workbook of a kind with some of its records, a part at a time, each read in a short transaction of its own. */
@ApplicationScoped
class TemplateFile {
    private static final int PART = 500;

    /** @param records to be written, in this order; one that is gone meanwhile is left out */
    StreamingOutput of(ImportKind kind, List<UUID> records, RowScope scope, Language language) {
        return output -> {
            TemplateWorkbook workbook = TemplateWorkbook.plain(output, kind.template(), List.of(), language);
            for (int from = 0; from < records.size(); from += PART) {
                List<UUID> part = records.subList(from, Math.min(from + PART, records.size()));
                Map<UUID, ObjectNode> rows = QuarkusTransaction.requiringNew().call(() -> kind.rows(part, scope));
                for (UUID id : part) {
                    ObjectNode row = rows.get(id);
                    if (row != null) {
                        workbook.row(row);
                    }
                }
            }
            workbook.end();
        };
    }
}
