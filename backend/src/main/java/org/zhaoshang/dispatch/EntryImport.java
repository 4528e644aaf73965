package org.zhaoshang.dispatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.bulk.RecordImport;
import org.zhaoshang.bulk.RecordSheet;
import org.zhaoshang.bulk.Records;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.units.Units;

/** Rows of monthly reports as a kind of upload. */
@Singleton
class EntryImport extends RecordImport<UploadedEntry, UploadedEntry.Fields> {
    private static final RecordSheet SHEET = new RecordSheet(
            new Text("月调度项目", "Monthly entries"),
            EntryRecords.FORM,
            Set.of("通用", "调度"),
            List.of("id", "version", "name"));

    private final EntryParts parts;
    private final Units units;
    private final ObjectMapper json;

    EntryImport(EntryParts parts, EntryCodeNames codes, Units units, ObjectMapper json) {
        super(SHEET, codes, units);
        this.parts = parts;
        this.units = units;
        this.json = json;
    }

    @Override
    public String name() {
        return "monthly-entries";
    }

    @Override
    public String nameField() {
        return "signedProject";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.may(Permission.MONTHLY_REPORTS_WRITE);
    }

    @Override
    protected Records<UploadedEntry, UploadedEntry.Fields> records(Caller caller) {
        return new EntryRecords(parts, caller, json);
    }

    @Override
    public List<UUID> current(Caller caller) {
        return parts.current(Objects.requireNonNull(caller.unitCode()), caller);
    }

    /** Of one's own unit: nobody else uploads rows. */
    @Override
    public Map<UUID, ObjectNode> rows(Collection<UUID> records, RowScope scope) {
        Map<UUID, ObjectNode> rows = new LinkedHashMap<>();
        if (!records.isEmpty() && scope.unitCode() != null) {
            parts.byId(scope.unitCode(), records).forEach((id, row) -> rows.put(id, row(row)));
        }
        return rows;
    }

    private ObjectNode row(UploadedEntry row) {
        EntryFields said = row.entry().fields();
        ObjectNode document = json.valueToTree(said);
        document.put("month", row.report().month())
                .put("unitCode", units.nameOf(row.report().unitCode()))
                .put("signedProject", row.entry().code())
                .put("permits", PermitText.write(said.permits()));
        return SHEET.row(row.code(), document, said.justifications());
    }

    /** The checklist of a JSON row in one cell. */
    @Override
    public ObjectNode asSheet(ObjectNode said, @Nullable ObjectNode stored) {
        return PermitText.inOneCell(super.asSheet(said, stored));
    }
}
