package org.zhaoshang.projects.export;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.zhaoshang.bulk.ExportFormat;
import org.zhaoshang.bulk.ExportKind;
import org.zhaoshang.projects.ProjectFilter;
import org.zhaoshang.projects.ProjectList;
import org.zhaoshang.projects.upload.ProjectSheet;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;

/** The list of projects as a job: the same files as at once. */
@ApplicationScoped
class ProjectExportKind implements ExportKind {
    private final ProjectList list;
    private final ProjectExport export;

    ProjectExportKind(ProjectList list, ProjectExport export) {
        this.list = list;
        this.export = export;
    }

    @Override
    public String name() {
        return "projects";
    }

    @Override
    public Text title() {
        return ProjectSheet.NAME;
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.may(Permission.PROJECTS_READ);
    }

    @Override
    public Map<String, String> checked(Map<String, String> filter, Caller caller) {
        ProjectFilter asked = ProjectFilter.of(filter);
        list.check(asked, RowScope.of(caller));
        return asked.given();
    }

    @Override
    public int write(
            Map<String, String> filter, ExportFormat format, Caller caller, Language language, OutputStream output)
            throws IOException {
        RowScope scope = RowScope.of(caller);
        ProjectExport.Selection selection = new ProjectExport.Selection(
                QuarkusTransaction.requiringNew().call(() -> list.ids(ProjectFilter.of(filter), scope)),
                scope,
                language);
        StreamingOutput file = switch (format) {
            case CSV -> export.csv(selection);
            case XLSX -> export.xlsx(selection);
            case NDJSON -> export.ndjson(selection);
        };
        file.write(output);
        return selection.ids().size();
    }
}
