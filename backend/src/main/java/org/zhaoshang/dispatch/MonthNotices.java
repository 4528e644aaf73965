package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.notifications.Audience;
import org.zhaoshang.notifications.Notice;
import org.zhaoshang.notifications.NoticeKind;
import org.zhaoshang.notifications.NoticeKinds;
import org.zhaoshang.notifications.Notifications;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.units.Units;

/** What people are told of months: that one comes to its end (V27), that a report came, went back or was accepted. */
@ApplicationScoped
class MonthNotices implements NoticeKinds {
    /** V27: so many days before the last one. */
    private static final Set<Long> DAYS_BEFORE = Set.of(7L, 3L, 1L, 0L);

    private static final NoticeKind DUE =
            new NoticeKind("MONTHLY_REPORT_DUE", new Text("月调度报表快到期", "A monthly report is due"), Role.OF_A_UNIT, true);
    private static final NoticeKind RETURNED = new NoticeKind(
            "MONTHLY_REPORT_RETURNED", new Text("月调度报表被退回", "A monthly report was sent back"), Role.OF_A_UNIT, true);
    private static final NoticeKind ACCEPTED = new NoticeKind(
            "MONTHLY_REPORT_ACCEPTED", new Text("月调度报表已审定", "A monthly report was accepted"), Role.OF_A_UNIT, false);
    private static final NoticeKind SUBMITTED = new NoticeKind(
            "MONTHLY_REPORT_SUBMITTED", new Text("收到月调度报表", "A monthly report came"), Set.of(Role.BUREAU), false);

    private final Notifications notifications;
    private final MonthlyReports reports;
    private final Units units;

    MonthNotices(Notifications notifications, MonthlyReports reports, Units units) {
        this.notifications = notifications;
        this.reports = reports;
        this.units = units;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(DUE, RETURNED, ACCEPTED, SUBMITTED);
    }

    /** Each unit once a day, on whatever server; a report that came is owed no more. */
    @Transactional
    void remind(LocalDate today) {
        notifications.tell(reports.owedFrom(today).stream()
                .filter(report -> DAYS_BEFORE.contains(ChronoUnit.DAYS.between(today, report.lastDay())))
                .map(report -> reminder(report, ChronoUnit.DAYS.between(today, report.lastDay())))
                .toList());
    }

    private static Notice reminder(MonthlyReport report, long days) {
        Text title = days == 0
                ? new Text(
                        report.month() + " 月调度报表今天 24 时截止，尚未报送",
                        "The report of " + report.month() + " is due today and not submitted")
                : new Text(
                        report.month() + " 月调度报表还有 " + days + " 天截止，尚未报送",
                        "The report of " + report.month() + " is due in " + days + " days and not submitted");
        return Notice.of(DUE, Audience.unit(report.unitCode()), page(report), title)
                .due(report.lastDay())
                .once("MONTHLY_REPORT_DUE:%s:%s:%s:%d"
                        .formatted(report.month(), report.unitCode(), report.lastDay(), days));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void submitted(MonthlyReport report) {
        String unit = units.nameOf(report.unitCode());
        notifications.tell(Notice.of(
                SUBMITTED,
                Audience.bureau(),
                page(report),
                new Text(
                        unit + "报送了 " + report.month() + " 月调度报表",
                        unit + " submitted its report of " + report.month())));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void returned(MonthlyReport report, @Nullable String reason) {
        notifications.tell(Notice.of(
                        RETURNED,
                        Audience.unit(report.unitCode()),
                        page(report),
                        new Text(report.month() + " 月调度报表被退回", "The report of " + report.month() + " was sent back"))
                .quoting(reason));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void accepted(MonthlyReport report) {
        notifications.tell(Notice.of(
                ACCEPTED,
                Audience.unit(report.unitCode()),
                page(report),
                new Text(report.month() + " 月调度报表已审定", "The report of " + report.month() + " was accepted")));
    }

    private static String page(MonthlyReport report) {
        return "/monthly-reports/" + report.month() + "/" + report.unitCode();
    }
}
