package org.zhaoshang.dispatch;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.shared.sheet.Column;
import org.zhaoshang.shared.sheet.CsvSheet;
import org.zhaoshang.shared.sheet.PlainWorkbook;

/** The board of a month as a table: a line for each unit. */
final class MonthSheet {
    private static final Text TITLE = new Text("月调度报送情况", "Monthly reports");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private MonthSheet() {}

    /** What its file is called, without the suffix. */
    static String title(MonthBoard.Status status, Language language) {
        return TITLE.in(language) + " " + status.month();
    }

    static void csv(MonthBoard.Status status, Language language, OutputStream output) throws IOException {
        CsvSheet sheet = new CsvSheet(output, columns(language));
        for (MonthBoard.Row row : status.items()) {
            sheet.row(cells(row, language));
        }
        sheet.end();
    }

    static void xlsx(MonthBoard.Status status, Language language, OutputStream output) throws IOException {
        PlainWorkbook book = new PlainWorkbook(output, status.month(), columns(language));
        for (MonthBoard.Row row : status.items()) {
            book.row(cells(row, language));
        }
        book.end();
    }

    private static List<Column> columns(Language language) {
        return List.of(
                column(new Text("填报单位", "Unit"), 20, language),
                column(new Text("状态", "State"), 10, language),
                column(new Text("时效", "In time"), 10, language),
                column(new Text("迟报秒数", "Seconds late"), 12, language),
                column(new Text("截止日期", "Due"), 12, language),
                column(new Text("延期批准人", "Extension approved by"), 14, language),
                column(new Text("延期原因", "Reason of the extension"), 30, language),
                column(new Text("首次报送", "First submitted"), 20, language),
                column(new Text("报送次数", "Submissions"), 10, language));
    }

    private static Column column(Text header, int width, Language language) {
        return Column.of(header.in(language), width);
    }

    private static List<Cell> cells(MonthBoard.Row row, Language language) {
        MonthlyReportView.Timing timing = row.timing();
        MoreTime more = timing.extension();
        return List.of(
                Cell.of(row.unitName()),
                Cell.of(row.state().label().in(language)),
                Cell.of(timing.timeliness().label().in(language)),
                Cell.of(timing.lateBySeconds() == null ? null : BigDecimal.valueOf(timing.lateBySeconds())),
                Cell.of(timing.dueOn()),
                Cell.of(more == null ? null : more.approvedBy()),
                Cell.of(more == null ? null : more.reason()),
                Cell.of(moment(timing.firstSubmittedAt())),
                Cell.of(BigDecimal.valueOf(row.submissions())));
    }

    private static @Nullable String moment(@Nullable OffsetDateTime at) {
        return at == null ? null : MOMENT.format(at);
    }
}
