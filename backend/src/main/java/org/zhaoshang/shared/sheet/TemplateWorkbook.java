package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Rule;

/**
 * The workbook that goes both ways: an empty one to fill in, a unit's own rows, or an upload with what is wrong in it, to be
 * corrected and sent again. Its columns are the form's, written row by row in bounded memory. {@link Incoming} reads it back to
 * the same values.
 */
public final class TemplateWorkbook {
    /** Notes are kept in memory until the end, and no program shows more of them with ease; the last column has every finding. */
    private static final int MOST_NOTES = 5000;

    private static final int FINDINGS_WIDTH = 60;
    private static final String OPEN_FILL = "FDE3E1";
    private static final String EXPLAIN_FILL = "FFF4CC";
    private static final Text GUIDE = new Text("填写说明", "How to fill in");

    private final Language language;
    private final boolean annotated;
    private final List<TemplateColumn> columns;
    private final Workbook workbook;
    private final XlsxTable table;
    private final TemplateGuide guide;
    private final TemplateLists lists;
    private int notes;

    /**
     * Begins the workbook.
     *
     * @param output not closed by this
     * @param name of the sheet with the table
     * @param form whose fields are the columns; lists of records have none
     * @param rules to be told on the second sheet
     * @param annotated whether the table ends in columns for what became of each row and what is wrong in it
     */
    public TemplateWorkbook(
            OutputStream output,
            Text name,
            Form form,
            CodeChoices choices,
            Collection<Rule> rules,
            boolean annotated,
            Language language)
            throws IOException {
        this.language = language;
        this.annotated = annotated;
        this.columns = TemplateColumn.of(form, choices, language);
        this.workbook = new Workbook(new XlsxSheet.LeftOpen(output), "Zhaoshang", null);
        Worksheet sheet = workbook.newWorksheet(name.in(language));
        // Sheets stand in the order in which they are begun; what is on the later ones is written when the table is
        // done.
        this.guide = new TemplateGuide(workbook.newWorksheet(GUIDE.in(language)), rules, language);
        this.lists = new TemplateLists(workbook, columns, language);
        this.table = new XlsxTable(sheet, headers());
        prepare(sheet);
    }

    private List<Column> headers() {
        List<Column> headers = new ArrayList<>(
                columns.stream().map(column -> column.field().in(language)).toList());
        if (annotated) {
            headers.add(Column.of(ResultColumn.STATUS.label().in(language), 0));
            headers.add(new Column(ResultColumn.FINDINGS.label().in(language), FINDINGS_WIDTH));
        }
        return headers;
    }

    private void prepare(Worksheet sheet) {
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).isText()) {
                // Else Excel takes a telephone for a number and a code for a date.
                sheet.style(at).format("@").set();
            }
            lists.validate(sheet, at);
        }
    }

    /** A row without anything said of it. */
    public void row(ObjectNode values) throws IOException {
        row(values, null, List.of());
    }

    /**
     * A row and what is said of it.
     *
     * @param values in the shape of the API, judged or not: what does not fit its field is shown as it is
     * @param result what became of the row
     * @param findings shown as notes at their cells and, all of them, in the last column
     */
    public void row(ObjectNode values, @Nullable Text result, List<Finding> findings) throws IOException {
        if (table.isFull()) {
            throw new IOException("more rows than a sheet holds");
        }
        List<Cell> cells = new ArrayList<>();
        for (TemplateColumn column : columns) {
            cells.add(column.cell(given(values, column, findings), language));
        }
        if (annotated) {
            cells.add(Cell.of(result == null ? null : result.in(language)));
            cells.add(Cell.of(words(findings)));
        }
        for (int at = 0; at < columns.size() && !findings.isEmpty(); at++) {
            mark(at, columns.get(at).of(findings));
        }
        table.row(cells);
    }

    /** The value; where it could not be read, what stood in its place. */
    private static JsonNode given(ObjectNode values, TemplateColumn column, List<Finding> findings) {
        JsonNode value = values.path(column.name());
        if (!value.isMissingNode()) {
            return value;
        }
        return column.of(findings).stream()
                .map(finding -> finding.params().get(TableIncoming.GIVEN))
                .filter(String.class::isInstance)
                .map(text -> (JsonNode) values.textNode((String) text))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private void mark(int at, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        if (notes++ < MOST_NOTES) {
            table.sheet().comment(table.next(), at, words(findings));
        }
        switch (findings.stream().map(Finding::severity).min(Enum::compareTo).orElseThrow()) {
            case BLOCK ->
                table.sheet().style(table.next(), at).fillColor(OPEN_FILL).set();
            case EXPLAIN ->
                table.sheet().style(table.next(), at).fillColor(EXPLAIN_FILL).set();
            case INFO -> {}
        }
    }

    private String words(List<Finding> findings) {
        return findings.stream().map(finding -> finding.in(language).message()).collect(Collectors.joining("\n"));
    }

    /** What was written so far leaves for the reader. */
    public void flush() throws IOException {
        table.sheet().flush();
    }

    /** Completes the file; one that was not ended is one that broke off. */
    public void end() throws IOException {
        table.sheet().finish();
        guide.write(columns);
        lists.write();
        workbook.finish();
    }
}
