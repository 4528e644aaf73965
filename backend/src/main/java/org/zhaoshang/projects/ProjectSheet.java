package org.zhaoshang.projects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Justification;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.shared.sheet.Column;
import org.zhaoshang.shared.sheet.FieldColumn;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.GbIndustries;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Units;

/**
 * Projects as a table: the code, the fields in the order of {@code data/project-fields.csv}, and what the product adds. Codes
 * stand in words, so that no spreadsheet takes industry 1.10 for a number.
 */
@ApplicationScoped
class ProjectSheet {
    private static final Text CODE = new Text("项目编号", "Code");
    private static final Text STATE = new Text("状态", "State");
    private static final Text SUBMITTED = new Text("报送日期", "Submitted on");
    private static final Text REMARK = new Text("备注", "Remark");
    private static final Text EXAMPLE = new Text("示例", "Example");
    private static final int CODE_WIDTH = 24;

    private final ProjectForm form;
    private final Units units;
    private final Industries industries;
    private final GbIndustries gbIndustries;
    private final List<FieldColumn> fields;

    ProjectSheet(ProjectForm form, Units units, Industries industries, GbIndustries gbIndustries) {
        this.form = form;
        this.units = units;
        this.industries = industries;
        this.gbIndustries = gbIndustries;
        this.fields = ProjectForm.FORM.fields().stream()
                .map(field -> new FieldColumn(field, this::nameOf))
                .toList();
    }

    List<Column> columns(Language language) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of(CODE.in(language), CODE_WIDTH));
        fields.forEach(field -> columns.add(field.in(language)));
        columns.add(Column.of(STATE.in(language), 0));
        columns.add(Column.of(SUBMITTED.in(language), 0));
        columns.add(Column.of(REMARK.in(language), 0));
        return columns;
    }

    List<Cell> cells(ProjectLine line, Language language) {
        ObjectNode values = form.document(line.fields());
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(line.code()));
        for (FieldColumn column : fields) {
            cells.add(cell(column, line.fields(), values, language));
        }
        cells.add(Cell.of(line.state().label().in(language)));
        cells.add(Cell.of(
                line.submittedAt() == null
                        ? null
                        : CityClock.dayOf(line.submittedAt().toInstant())));
        cells.add(Cell.of(line.example() ? EXAMPLE.in(language) : null));
        return cells;
    }

    private Cell cell(FieldColumn column, ProjectFields of, ObjectNode values, Language language) {
        Field field = column.field();
        return switch (field.name()) {
            case "unitCode" -> Cell.of(units.nameOf(of.unitCode()));
            case "principleChecks" -> Cell.of(exceptions(of.principleChecks()));
            case "justifications" -> Cell.of(words(of.justifications()));
            default -> column.cell(values.path(field.name()), language);
        };
    }

    /** {@code CHECK=FAIL: note; …}: what is not named passes. */
    private static String exceptions(List<PrincipleCheck> checks) {
        return checks.stream()
                .filter(check -> check.answer() != PrincipleCheck.Answer.PASS)
                .map(check -> check.check() + "=" + check.answer() + (check.note() == null ? "" : ": " + check.note()))
                .collect(Collectors.joining("; "));
    }

    private static String words(List<Justification> justifications) {
        return justifications.stream()
                .map(given -> given.rule() + ": " + given.text())
                .collect(Collectors.joining("; "));
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
