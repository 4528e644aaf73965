package org.zhaoshang.projects.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhaoshang.projects.HeldAppraisal;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.projects.ProjectForm;
import org.zhaoshang.projects.upload.JustificationText;
import org.zhaoshang.projects.upload.PrincipleExceptions;
import org.zhaoshang.projects.upload.ProjectSheet;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.shared.sheet.Column;
import org.zhaoshang.shared.sheet.FieldColumn;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.GbIndustries;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Units;

/**
 * Projects as a table: the columns of the upload, so that the same file can be corrected and sent back, and then where each
 * stands. Codes are in words, so that no spreadsheet takes industry 1.10 for a number.
 */
@ApplicationScoped
class ProjectTable {
    private static final Text STATE = new Text("状态", "State");
    private static final Text SUBMITTED = new Text("报送日期", "Submitted on");
    private static final Text REMARK = new Text("备注", "Remark");
    private static final Text EXAMPLE = new Text("示例", "Example");

    private final ProjectForm form;
    private final Units units;
    private final Industries industries;
    private final GbIndustries gbIndustries;
    private final List<FieldColumn> columns;

    ProjectTable(ProjectForm form, Units units, Industries industries, GbIndustries gbIndustries) {
        this.form = form;
        this.units = units;
        this.industries = industries;
        this.gbIndustries = gbIndustries;
        this.columns = ProjectSheet.FORM.fields().stream()
                .map(field -> new FieldColumn(field, this::nameOf))
                .toList();
    }

    List<Column> columns(Language language) {
        return Stream.concat(
                        columns.stream().map(column -> column.in(language)),
                        Stream.of(STATE, SUBMITTED, REMARK).map(header -> Column.of(header.in(language), 0)))
                .toList();
    }

    List<Cell> cells(ProjectLine line, Language language) {
        ObjectNode values = values(line);
        List<Cell> cells = new ArrayList<>();
        columns.forEach(
                column -> cells.add(column.cell(values.path(column.field().name()), language)));
        cells.add(Cell.of(line.state().label().in(language)));
        cells.add(Cell.of(
                line.submittedAt() == null
                        ? null
                        : CityClock.dayOf(line.submittedAt().toInstant())));
        cells.add(Cell.of(line.example() ? EXAMPLE.in(language) : null));
        return cells;
    }

    /** As the upload reads a row. */
    private ObjectNode values(ProjectLine line) {
        ProjectFields fields = line.fields();
        ObjectNode values = form.document(fields)
                .put("code", line.code())
                .put("unitCode", units.nameOf(fields.unitCode()))
                .put("principleExceptions", PrincipleExceptions.write(fields.principleChecks()))
                .put("justificationText", JustificationText.write(fields.justifications()));
        HeldAppraisal held = line.appraisal();
        if (held != null) {
            values.put("appraisalHeldOn", held.heldOn().toString())
                    .put("appraisalBody", held.body())
                    .put("appraisalConclusion", String.valueOf(held.conclusion()));
        }
        return values;
    }

    private String nameOf(String list, String code) {
        return switch (list) {
            case "locations" -> units.nameOf(code);
            case "industries" -> industries.nameOf(code);
            case "gbIndustries" -> (code + " " + gbIndustries.all().getOrDefault(code, "")).strip();
            default -> code;
        };
    }
}
