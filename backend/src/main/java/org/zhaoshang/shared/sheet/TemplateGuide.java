package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Rule;

/** The sheet that says how the table is to be filled in: in general, column by column, and by which rules it is checked. */
final class TemplateGuide {
    private static final String HEADING_FILL = "E6EEF7";
    private static final int[] WIDTHS = {28, 18, 14, 44, 60};
    private static final List<Text> ADVICE = List.of(
            new Text(
                    "第一张工作表每行填一条记录；不要合并单元格，不要改动列名。",
                    "One record a row on the first sheet; merge no cells, change no headers."),
            new Text(
                    "单元格留空，已有记录的这一项会被清空；不想改动的列可以整列删去。",
                    "An empty cell clears what the record has there; delete a whole column to leave it as it is."),
            new Text(
                    "计量单位写在列名的括号里，可以改成同类的其他单位（如亿元、公顷）；单元格里只填数字。",
                    "The unit of measure stands in the header and may be changed to another one of its kind; cells hold numbers alone."),
            new Text("深色的列名为必填；鼠标停在列名上可看填写要求。", "Dark headers are required; advice on a column shows at its header."),
            new Text("可填多项的单元格用“、”隔开。", "Where several entries are possible, divide them by commas."),
            new Text(
                    "“处理结果”“问题”两列由系统填写，再次上传时不读取。",
                    "The columns Result and Findings are filled in by the system and not read again."));
    private static final List<Text> FIELD_HEADINGS = List.of(
            new Text("列", "Column"),
            new Text("计量单位", "Unit"),
            new Text("是否必填", "Required"),
            new Text("可以填什么", "What it takes"),
            new Text("填写要求", "Advice"));
    private static final List<Text> RULE_HEADINGS = List.of(
            new Text("检查规则", "Rule"),
            new Text("范围", "Area"),
            new Text("性质", "Weight"),
            new Text("依据", "Source"),
            new Text("内容", "What it says"));

    private final Worksheet sheet;
    private final Collection<Rule> rules;
    private final Language language;
    private int next;

    TemplateGuide(Worksheet sheet, Collection<Rule> rules, Language language) {
        this.sheet = sheet;
        this.rules = rules;
        this.language = language;
    }

    void write(List<TemplateColumn> columns) throws IOException {
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        for (int at = 0; at < WIDTHS.length; at++) {
            sheet.width(at, WIDTHS[at]);
        }
        for (int at = 0; at < ADVICE.size(); at++) {
            sheet.inlineString(next++, 0, (at + 1) + ". " + ADVICE.get(at).in(language));
        }
        headings(FIELD_HEADINGS);
        columns.forEach(this::column);
        headings(RULE_HEADINGS);
        rules.stream().filter(TemplateGuide::says).forEach(this::rule);
        sheet.finish();
    }

    private void headings(List<Text> headings) {
        next++;
        line(headings.stream().map(heading -> heading.in(language)).toList());
        sheet.range(next - 1, 0, next - 1, headings.size() - 1)
                .style()
                .bold()
                .fillColor(HEADING_FILL)
                .set();
    }

    private void column(TemplateColumn column) {
        Field field = column.field().field();
        line(List.of(
                field.label().in(language),
                Measures.usual(field).in(language),
                column.necessity().in(language),
                column.takes().in(language),
                field.help().in(language)));
    }

    private void rule(Rule rule) {
        line(List.of(
                rule.id(),
                rule.area(),
                weight(rule).in(language),
                rule.clause(),
                // What a finding fills in is not known yet.
                rule.message().in(language).replaceAll("\\{\\w+}", "…")));
    }

    /** A rule whose words all come from its findings has nothing to say here. */
    private static boolean says(Rule rule) {
        return !rule.message().zh().matches("\\{\\w+}");
    }

    private void line(List<String> cells) {
        int lines = 1;
        for (int at = 0; at < cells.size(); at++) {
            if (!cells.get(at).isEmpty()) {
                sheet.inlineString(next, at, cells.get(at));
                sheet.style(next, at).wrapText(true).verticalAlignment("top").set();
                lines = Math.max(lines, Column.lines(cells.get(at), WIDTHS[at]));
            }
        }
        sheet.rowHeight(next, lines * XlsxTable.LINE_HEIGHT);
        next++;
    }

    private static Text weight(Rule rule) {
        return switch (rule.severity()) {
            case BLOCK -> new Text("必须改正", "must be corrected");
            case EXPLAIN -> new Text("改正或说明", "correct or explain");
            case INFO -> new Text("提示", "hint");
        };
    }
}
