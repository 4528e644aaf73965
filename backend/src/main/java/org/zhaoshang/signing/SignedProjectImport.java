package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhaoshang.bulk.RecordImport;
import org.zhaoshang.bulk.Records;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.units.Units;

/** Signed projects as a kind of upload. */
@Singleton
class SignedProjectImport extends RecordImport<SignedProject, SignedProjectFields> {
    private final SigningImportParts parts;
    private final Units units;

    SignedProjectImport(SigningImportParts parts, SigningCodeNames codes, Units units) {
        super(SignedProjectSheet.SHEET, codes, units);
        this.parts = parts;
        this.units = units;
    }

    @Override
    public String name() {
        return "signed-projects";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.may(Permission.SIGNED_PROJECTS_WRITE);
    }

    @Override
    protected Records<SignedProject, SignedProjectFields> records(Caller caller) {
        return new SignedProjectRecords(parts, caller);
    }

    @Override
    public List<UUID> current(Caller caller) {
        return parts.projects().tracked(Objects.requireNonNull(caller.unitCode()));
    }

    @Override
    public Map<UUID, ObjectNode> rows(Collection<UUID> records, RowScope scope) {
        return parts.projects().seenOf(new HashSet<>(records), scope).stream()
                .collect(Collectors.toMap(
                        SignedProject::id,
                        project -> SignedProjectSheet.row(
                                project.code(), project.fields(), parts.form().records(), units)));
    }
}
