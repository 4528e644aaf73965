package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;

/** The hidden sheet that the drop-downs take their entries from: in the cells themselves Excel allows 255 characters for all. */
final class TemplateLists {
    private static final Text NAME = new Text("选项", "Choices");
    private static final Text TITLE = new Text("不在列表中", "Not in the list");
    private static final Text ADVICE = new Text("请从下拉列表中选择", "Choose from the list");

    private final Worksheet sheet;
    private final List<TemplateColumn> columns;
    private final Language language;

    TemplateLists(Workbook workbook, List<TemplateColumn> columns, Language language) {
        this.sheet = workbook.newWorksheet(NAME.in(language));
        this.columns = columns;
        this.language = language;
        sheet.setVisibilityState(VisibilityState.HIDDEN);
    }

    /** Gives the cells of a column their drop-down, if they have one. A code typed by hand is warned of, not forbidden. */
    void validate(Worksheet table, int at) {
        TemplateColumn column = columns.get(at);
        if (column.isOneOfChoices()) {
            String letter = CellPlace.letter(at);
            table.range(1, at, Worksheet.MAX_ROWS - 1, at)
                    .validateWithListByFormula("'" + sheet.getName() + "'!$" + letter + "$2:$" + letter + "$"
                            + (column.choices().size() + 1))
                    .allowBlank(true)
                    .showErrorMessage(true)
                    .errorStyle(DataValidationErrorStyle.WARNING)
                    .errorTitle(TITLE.in(language))
                    .error(ADVICE.in(language));
        }
    }

    void write() throws IOException {
        for (int at = 0; at < columns.size(); at++) {
            TemplateColumn column = columns.get(at);
            if (column.isOneOfChoices()) {
                sheet.inlineString(0, at, column.field().field().label().in(language));
                for (int row = 0; row < column.choices().size(); row++) {
                    sheet.inlineString(row + 1, at, column.choices().get(row));
                }
            }
        }
        sheet.finish();
    }
}
