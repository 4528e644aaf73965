package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.ListFile;
import org.zhaoshang.bulk.ListSheet;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.shared.sheet.Cells;
import org.zhaoshang.shared.sheet.FieldColumn;
import org.zhaoshang.signing.SignedProject;
import org.zhaoshang.signing.SignedProjects;
import org.zhaoshang.signing.SigningCodeNames;
import org.zhaoshang.units.Units;

/** The ledger in the columns of a set. */
@ApplicationScoped
class FundColumnSheet {
    private final FundReceipts receipts;
    private final SignedProjects projects;
    private final SigningCodeNames codes;
    private final Units units;
    private final ObjectMapper json;

    FundColumnSheet(
            FundReceipts receipts, SignedProjects projects, SigningCodeNames codes, Units units, ObjectMapper json) {
        this.receipts = receipts;
        this.projects = projects;
        this.codes = codes;
        this.units = units;
        this.json = json;
    }

    ListFile<ObjectNode> file(FundColumnSetFields set) {
        List<ListSheet.Beside<ObjectNode>> columns = set.columns().stream()
                .map(chosen -> new ListSheet.Beside<ObjectNode>(
                        new Text(chosen.heading(), chosen.heading()), (line, language) -> cell(chosen, line, language)))
                .toList();
        return new ListFile<>(ListSheet.plain(ReceiptSheet.TITLE, columns), this::lines, json);
    }

    /** These rows as a page shows them. */
    List<List<String>> shown(FundColumnSetFields set, List<UUID> ids, RowScope scope, Language language) {
        Map<UUID, ObjectNode> lines = lines(Set.copyOf(ids), scope);
        return ids.stream()
                .map(lines::get)
                .filter(Objects::nonNull)
                .map(line -> set.columns().stream()
                        .map(chosen -> Cells.shown(cell(chosen, line, language)))
                        .toList())
                .toList();
    }

    /** A column that is no longer known stays where it is, empty. */
    private Cell cell(FundColumnSetFields.Column chosen, ObjectNode line, Language language) {
        FundColumn column = FundColumn.find(chosen.field()).orElse(null);
        if (column == null) {
            return Cell.EMPTY;
        }
        JsonNode value = column.of(line);
        return chosen.unit() != null && value.isNumber()
                ? Cell.of(chosen.unit().of(value.decimalValue()))
                : new FieldColumn(column.field(), codes::label).cell(value, language);
    }

    private Map<UUID, ObjectNode> lines(Set<UUID> ids, RowScope scope) {
        List<FundReceipt> found = receipts.seenOf(ids, scope);
        Set<UUID> named = found.stream().map(FundReceipt::signedProjectId).collect(Collectors.toSet());
        Map<UUID, String> names = receipts.projectNames(named);
        Map<UUID, SignedProject> seen = projects.seenOf(named, scope).stream()
                .collect(Collectors.toMap(SignedProject::id, Function.identity()));
        return found.stream()
                .collect(Collectors.toMap(
                        FundReceipt::id,
                        receipt -> line(
                                ReceiptLine.of(receipt, names.getOrDefault(receipt.signedProjectId(), "")),
                                seen.get(receipt.signedProjectId()))));
    }

    private ObjectNode line(ReceiptLine receipt, @Nullable SignedProject project) {
        ObjectNode line = json.<ObjectNode>valueToTree(receipt)
                .put("unitName", units.nameOf(receipt.fields().unitCode()));
        if (project != null) {
            line.set("project", json.valueToTree(project.fields()));
        }
        return line;
    }
}
