package org.zhaoshang.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.rules.Justification;

/** A row of a report as an upload meets it: also one that nobody has written yet has an id by which the upload knows it. */
final class UploadedEntry {
    private final MonthlyReport report;
    private Entry entry;

    UploadedEntry(MonthlyReport report, Entry entry) {
        this.report = report;
        this.entry = entry;
    }

    /**
     * What a row of the sheet says: which row of which report it is, and its fields.
     *
     * @param signedProject code of the project
     */
    record Fields(String month, String unitCode, String signedProject, EntryFields said) {
        java.util.List<Justification> justifications() {
            return said.justifications();
        }
    }

    static UUID idOf(String month, UUID project) {
        return UUID.nameUUIDFromBytes((month + "/" + project).getBytes(StandardCharsets.UTF_8));
    }

    UUID id() {
        return idOf(report.month(), entry.project().id());
    }

    String code() {
        return report.month() + "/" + entry.code();
    }

    Fields fields() {
        return new Fields(report.month(), report.unitCode(), entry.code(), entry.fields());
    }

    MonthlyReport report() {
        return report;
    }

    Entry entry() {
        return entry;
    }

    /** The upload has written it. */
    void written(Entry stored) {
        entry = stored;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UploadedEntry row && id().equals(row.id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
