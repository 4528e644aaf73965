package org.zhaoshang.projects.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhaoshang.projects.upload.ProjectCodeNames;
import org.zhaoshang.projects.upload.ProjectRows;
import org.zhaoshang.projects.upload.ProjectSheet;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.shared.sheet.Column;
import org.zhaoshang.shared.sheet.FieldColumn;
import org.zhaoshang.shared.time.CityClock;

/**
 * Projects as a table: the columns of the upload, so that the same file can be corrected and sent back, and beside them where
 * each stands. Codes are in words, so that no spreadsheet takes industry 1.10 for a number.
 */
@ApplicationScoped
class ProjectTable {
    private static final Text STATE = new Text("状态", "State");
    private static final Text SUBMITTED = new Text("报送日期", "Submitted on");
    private static final Text REMARK = new Text("备注", "Remark");
    private static final Text EXAMPLE = new Text("示例", "Example");

    private final ProjectRows rows;
    private final List<FieldColumn> columns;

    ProjectTable(ProjectRows rows, ProjectCodeNames codes) {
        this.rows = rows;
        this.columns = ProjectSheet.FORM.fields().stream()
                .map(field -> new FieldColumn(field, codes::label))
                .toList();
    }

    /** @param values as the upload reads them */
    record Row(ObjectNode values, ProjectLine line) {}

    Row row(ProjectLine line) {
        return new Row(rows.row(line.code(), line.fields(), line.appraisal()), line);
    }

    List<Column> columns(Language language) {
        return Stream.concat(columns.stream().map(column -> column.in(language)), beside(language).stream())
                .toList();
    }

    List<Cell> cells(Row row, Language language) {
        List<Cell> cells = new ArrayList<>();
        columns.forEach(
                column -> cells.add(column.cell(row.values().path(column.field().name()), language)));
        cells.addAll(beside(row.line(), language));
        return cells;
    }

    /** The columns that no upload reads. */
    List<Column> beside(Language language) {
        return Stream.of(STATE, SUBMITTED, REMARK)
                .map(header -> Column.of(header.in(language), 0))
                .toList();
    }

    List<Cell> beside(ProjectLine line, Language language) {
        return List.of(
                Cell.of(line.state().label().in(language)),
                Cell.of(
                        line.submittedAt() == null
                                ? null
                                : CityClock.dayOf(line.submittedAt().toInstant())),
                Cell.of(line.example() ? EXAMPLE.in(language) : null));
    }
}
