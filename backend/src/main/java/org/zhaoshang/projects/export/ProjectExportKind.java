package org.zhaoshang.projects.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhaoshang.bulk.ExportKind;
import org.zhaoshang.bulk.ListFile;
import org.zhaoshang.bulk.ListSheet;
import org.zhaoshang.projects.ProjectFilter;
import org.zhaoshang.projects.ProjectList;
import org.zhaoshang.projects.upload.ProjectCodeNames;
import org.zhaoshang.projects.upload.ProjectRows;
import org.zhaoshang.projects.upload.ProjectSheet;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.shared.time.CityClock;

/** The list of projects as a file. */
@ApplicationScoped
class ProjectExportKind implements ExportKind<ProjectLine> {
    private static final Text EXAMPLE = new Text("示例", "Example");
    private static final List<ListSheet.Beside<ProjectLine>> BESIDE = List.of(
            new ListSheet.Beside<>(
                    new Text("状态", "State"),
                    (line, language) -> Cell.of(line.state().label().in(language))),
            new ListSheet.Beside<>(
                    new Text("报送日期", "Submitted on"),
                    (line, language) -> Cell.of(
                            line.submittedAt() == null
                                    ? null
                                    : CityClock.dayOf(line.submittedAt().toInstant()))),
            new ListSheet.Beside<>(
                    new Text("备注", "Remark"),
                    (line, language) -> Cell.of(line.example() ? EXAMPLE.in(language) : null)));

    private final ProjectList list;
    private final ProjectRows rows;
    private final ProjectLines lines;
    private final ProjectCodeNames codes;
    private final ObjectMapper json;

    ProjectExportKind(
            ProjectList list, ProjectRows rows, ProjectLines lines, ProjectCodeNames codes, ObjectMapper json) {
        this.list = list;
        this.rows = rows;
        this.lines = lines;
        this.codes = codes;
        this.json = json;
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
    public List<UUID> ids(Map<String, String> filter, RowScope scope) {
        return list.ids(ProjectFilter.of(filter), scope);
    }

    @Override
    public ListFile<ProjectLine> file() {
        ListSheet<ProjectLine> sheet = new ListSheet<>(
                ProjectSheet.template(codes),
                codes::label,
                line -> rows.row(line.code(), line.fields(), line.appraisal()),
                BESIDE);
        return new ListFile<>(sheet, lines, json);
    }
}
