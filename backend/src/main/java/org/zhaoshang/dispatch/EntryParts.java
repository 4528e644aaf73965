package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.signing.SignedProjects;

/** What an upload of rows works with. */
@ApplicationScoped
class EntryParts {
    private final OpenMonths open;
    private final Months months;
    private final MonthlyReports reports;
    private final Entries entries;
    private final EntryFindings findings;
    private final WriteEntries write;
    private final MonthlyReportPermits permits;
    private final SignedProjects projects;

    EntryParts(
            OpenMonths open,
            Months months,
            MonthlyReports reports,
            Entries entries,
            EntryFindings findings,
            WriteEntries write,
            MonthlyReportPermits permits,
            SignedProjects projects) {
        this.open = open;
        this.months = months;
        this.reports = reports;
        this.entries = entries;
        this.findings = findings;
        this.write = write;
        this.permits = permits;
        this.projects = projects;
    }

    boolean isOwed(String month, String unitCode) {
        return reports.byKey(month, unitCode).isPresent();
    }

    /** Projects by what rows call them. */
    Map<String, UUID> named(String unitCode, Set<String> names) {
        return projects.byName(
                unitCode, names.stream().filter(name -> name.indexOf('\0') < 0).collect(Collectors.toSet()));
    }

    /** @param hold until the transaction ends */
    List<UploadedEntry> rows(String month, String unitCode, Set<UUID> wanted, boolean hold) {
        open.upToNow();
        Optional<MonthlyReport> found = reports.byKey(month, unitCode);
        if (found.isEmpty()) {
            return List.of();
        }
        MonthlyReport report = hold ? reports.held(found.get()) : found.get();
        return entries.of(report, wanted).stream()
                .map(entry -> new UploadedEntry(report, entry))
                .toList();
    }

    /** Those of the unit's newest reports, by their ids. */
    Map<UUID, UploadedEntry> byId(String unitCode, Collection<UUID> ids) {
        Set<UUID> wanted = new HashSet<>(ids);
        return reports.newestOf(unitCode).stream()
                .flatMap(report -> {
                    Set<UUID> there = entries.projectsOf(report).stream()
                            .filter(project -> wanted.contains(UploadedEntry.idOf(report.month(), project)))
                            .collect(Collectors.toSet());
                    return entries.of(report, there).stream().map(entry -> new UploadedEntry(report, entry));
                })
                .collect(Collectors.toMap(UploadedEntry::id, row -> row));
    }

    /** The rows of the newest report that the unit may write. */
    List<UUID> current(String unitCode, Caller caller) {
        return reports.newestOf(unitCode).stream()
                .filter(report -> closed(report, caller) == null)
                .findFirst()
                .map(report -> entries.of(report).stream()
                        .map(entry -> UploadedEntry.idOf(
                                report.month(), entry.project().id()))
                        .toList())
                .orElse(List.of());
    }

    @Nullable
    Text closed(MonthlyReport report, Caller caller) {
        return permits.refusal(
                        ReportAction.EDIT, report, months.seen(report.month()).isFrozen(), caller)
                .orElse(null);
    }

    List<Finding> findings(MonthlyReport report, Entry entry) {
        return findings.of(report, entry);
    }

    WriteEntries write() {
        return write;
    }
}
