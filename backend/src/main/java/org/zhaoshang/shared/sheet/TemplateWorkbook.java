package org.zhaoshang.shared.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Severity;

/**
 * The workbook that goes both ways: an empty one to fill in, a unit's own rows, or an upload with what is wrong in it, to be
 * corrected and sent again. Its columns are the form's, written row by row in bounded memory. {@link Incoming} reads it back to
 * the same values.
 */
public final class TemplateWorkbook {
    /** Notes are kept in memory until the end, and no program shows more of them with ease; the last column has every finding. */
    private static final int MOST_NOTES = 5000;

    private static final int FINDINGS_WIDTH = 60;
    private static final int OWN_WIDTH = 24;
    private static final String REQUIRED_FILL = "BFD4EC";
    private static final String OPEN_FILL = "FDE3E1";
    private static final String EXPLAIN_FILL = "FFF4CC";
    private static final Text TO_SETTLE = new Text("报送前需处理：", "To be settled before it is submitted:");
    private static final Text GUIDE = new Text("填写说明", "How to fill in");

    private final Language language;
    private final String name;
    private final List<TemplateColumn> columns;
    private final List<Column> headers;
    private final Workbook workbook;
    private final TemplateGuide guide;
    private final TemplateLists lists;
    private XlsxTable table;
    private int tables = 1;
    private int notes;

    private TemplateWorkbook(OutputStream output, Template template, List<Column> beside, Language language)
            throws IOException {
        this.language = language;
        this.name = template.name().in(language);
        this.columns = TemplateColumn.of(template.form(), template.choices(), language);
        this.headers = Stream.concat(
                        columns.stream().map(column -> column.field().in(language)), beside.stream())
                .toList();
        this.workbook = new Workbook(new LeftOpen(output), "Zhaoshang", null);
        Worksheet sheet = workbook.newWorksheet(name);
        // Sheets stand in the order in which they are begun; what is on the later ones is written when the table is
        // done.
        this.guide = new TemplateGuide(workbook.newWorksheet(GUIDE.in(language)), template.rules(), language);
        this.lists = new TemplateLists(workbook, columns, language);
        this.table = prepared(sheet);
    }

    /**
     * Begins a workbook to fill in, or to correct.
     *
     * @param output not closed by this
     * @param beside what stands to the right of the form's columns, for people to read
     */
    public static TemplateWorkbook plain(OutputStream output, Template template, List<Column> beside, Language language)
            throws IOException {
        return new TemplateWorkbook(output, template, beside, language);
    }

    /**
     * Begins a workbook whose last columns are for what became of each row and what is wrong in it.
     *
     * @param beside headers of columns that are the sender's own business
     */
    public static TemplateWorkbook annotated(
            OutputStream output, Template template, List<String> beside, Language language) throws IOException {
        Stream<Column> own = beside.stream().map(header -> Column.of(header, OWN_WIDTH));
        Stream<Column> result = Stream.of(
                Column.of(ResultColumn.STATUS.label().in(language), 0),
                new Column(ResultColumn.FINDINGS.label().in(language), FINDINGS_WIDTH));
        return new TemplateWorkbook(output, template, Stream.concat(own, result).toList(), language);
    }

    private XlsxTable prepared(Worksheet sheet) throws IOException {
        XlsxTable prepared = new XlsxTable(
                sheet, headers, columns.stream().map(TemplateColumn::isText).toList());
        for (int at = 0; at < columns.size(); at++) {
            TemplateColumn column = columns.get(at);
            if (column.isText()) {
                // Else Excel takes a telephone for a number and a code for a date.
                sheet.style(at).format(XlsxTable.TEXT_FORMAT).set();
            }
            if (column.isRequired()) {
                sheet.style(0, at).fillColor(REQUIRED_FILL).set();
            }
            sheet.comment(0, at, column.advice(language));
            lists.validate(sheet, at);
        }
        sheet.flush();
        return prepared;
    }

    /** A row without anything said of it. */
    public void row(ObjectNode values) throws IOException {
        row(values, List.of());
    }

    /** @param beside one cell for each of the columns beside the form's */
    public void row(ObjectNode values, List<Cell> beside) throws IOException {
        write(values, beside, List.of());
    }

    /**
     * A row and what is said of it.
     *
     * @param values in the shape of the API, judged or not: what does not fit its field is shown as it is
     * @param beside what stands in the sender's own columns
     * @param result what became of the row
     * @param refused whether the findings are why it was refused; else they are what is left to settle
     * @param findings shown as notes at their cells and, all of them, in the last column
     */
    public void row(
            ObjectNode values, List<String> beside, @Nullable Text result, boolean refused, List<Finding> findings)
            throws IOException {
        Optional<Severity> worst = findings.stream().map(Finding::severity).min(Enum::compareTo);
        boolean open = worst.isPresent() && worst.get() != Severity.INFO;
        String said = (open && !refused ? TO_SETTLE.in(language) + "\n" : "") + words(findings);
        if (!findings.isEmpty()) {
            table.wrapNext(headers.size() - 1, said);
        }
        if (open) {
            table.sheet()
                    .style(table.next(), headers.size() - 2)
                    .fillColor(refused ? OPEN_FILL : EXPLAIN_FILL)
                    .set();
        }
        Stream<String> last = Stream.of(result == null ? "" : result.in(language), said);
        write(values, Stream.concat(beside.stream(), last).map(Cell::of).toList(), findings);
    }

    private void write(ObjectNode values, List<Cell> beside, List<Finding> findings) throws IOException {
        List<Cell> cells = new ArrayList<>(headers.size());
        for (TemplateColumn column : columns) {
            cells.add(column.cell(given(values, column, findings), language));
        }
        cells.addAll(beside);
        for (int at = 0; at < columns.size() && !findings.isEmpty(); at++) {
            mark(at, columns.get(at).of(findings));
        }
        table.row(cells);
        if (table.isFull()) {
            table.end();
            table = prepared(workbook.newWorksheet(name + " " + ++tables));
        }
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

    /** What is said of the file as a whole, as a note at the head of the last column. */
    public void note(List<Finding> ofFile) {
        if (!ofFile.isEmpty()) {
            table.sheet().comment(0, headers.size() - 1, words(ofFile));
        }
    }

    private String words(List<Finding> findings) {
        return findings.stream().map(finding -> finding.in(language).message()).collect(Collectors.joining("\n"));
    }

    /** What was written so far leaves for the reader. */
    public void flush() throws IOException {
        table.flush();
    }

    /** Completes the file; one that was not ended is one that broke off. */
    public void end() throws IOException {
        table.end();
        guide.write(columns);
        lists.write();
        workbook.finish();
    }
}
