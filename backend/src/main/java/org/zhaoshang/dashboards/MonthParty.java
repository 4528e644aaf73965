package org.zhaoshang.dashboards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.zhaoshang.dispatch.MonthStandings;
import org.zhaoshang.dispatch.MonthStandings.Owed;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;

/** Who reports the month, and who reviews and closes it. */
@ApplicationScoped
class MonthParty implements Party {
    private static final String LIST = "/api/v1/monthly-reports";

    private final MonthStandings standings;
    private final CityClock clock;

    MonthParty(MonthStandings standings, CityClock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public boolean includes(Caller caller) {
        return caller.unitCode() != null || caller.is(Role.BUREAU);
    }

    @Override
    public void fill(Board board, Caller caller) {
        if (caller.unitCode() == null) {
            review(board);
            close(board);
        } else {
            owed(board, caller.unitCode());
        }
    }

    /** The newest by itself and what came back; what else is behind in one line. */
    private void owed(Board board, String unit) {
        List<Owed> all = standings.owedBy(unit);
        if (all.isEmpty()) {
            return;
        }
        Owed newest = all.getFirst();
        board.add(duty(
                board, unit, newest, newest.returned() ? returned(newest) : due(newest, standings.openRows(unit))));
        List<Owed> others = all.subList(1, all.size());
        others.stream().filter(Owed::returned).forEach(one -> board.add(duty(board, unit, one, returned(one))));
        List<Owed> behind = others.stream().filter(one -> !one.returned()).toList();
        if (!behind.isEmpty()) {
            board.add(behind(board, unit, behind));
        }
    }

    private Duty duty(Board board, String unit, Owed one, Text title) {
        long left = ChronoUnit.DAYS.between(clock.today(), one.lastDay());
        String address = "/" + one.month() + "/" + unit;
        return new Duty(
                Duty.Kind.MONTHS,
                1,
                board.say(title),
                null,
                one.lastDay(),
                left,
                LIST + "?month=" + one.month() + "&unit=" + unit,
                "/monthly-reports" + address,
                one.returned() ? Duty.Urgency.SOON : Duty.Urgency.of(left));
    }

    private Duty behind(Board board, String unit, List<Owed> behind) {
        Owed oldest = behind.getLast();
        return new Duty(
                Duty.Kind.MONTHS,
                behind.size(),
                board.say(new Text(
                        "另有 " + behind.size() + " 份往月月报未报，最早是" + zh(oldest.month()),
                        behind.size() + " earlier reports are missing, the first of " + oldest.month())),
                null,
                null,
                null,
                LIST + "?unit=" + unit + "&month="
                        + behind.stream().map(Owed::month).collect(Collectors.joining(",")),
                "/monthly-reports/" + oldest.month() + "/" + unit,
                Duty.Urgency.OVERDUE);
    }

    private static Text due(Owed one, long rows) {
        return rows == 0
                ? new Text(
                        zh(one.month()) + "月报：可以报送，没有变化时一步零报告",
                        "Report of " + one.month() + ": ready, in one step where nothing changed")
                : new Text(
                        zh(one.month()) + "月报：还差 " + rows + " 行即可报送",
                        "Report of " + one.month() + ": " + rows + " rows to settle");
    }

    private static Text returned(Owed one) {
        return new Text(
                zh(one.month()) + "月报被退回，请按意见修改后重新报送", "The report of " + one.month() + " was returned: correct it");
    }

    private void review(Board board) {
        standings
                .waiting()
                .ifPresent(first -> board.add(new Duty(
                        Duty.Kind.MONTHS,
                        first.all(),
                        board.say(new Text(first.all() + " 份月报待审", first.all() + " monthly reports wait for review")),
                        null,
                        null,
                        null,
                        LIST + "?limit=1000&state=SUBMITTED&month=" + String.join(",", first.months()),
                        "/monthly-reports/" + first.month() + "/" + first.unitCode(),
                        Duty.Urgency.SOON)));
    }

    private void close(Board board) {
        standings
                .closable()
                .ifPresent(first -> board.add(new Duty(
                        Duty.Kind.MONTHS,
                        first.all(),
                        board.say(
                                first.all() == 1
                                        ? new Text(zh(first.month()) + "可以关闭（封账）", first.month() + " can be closed")
                                        : new Text(
                                                zh(first.month()) + "等 " + first.all() + " 个月可以关闭（封账）",
                                                first.all() + " months can be closed, the first " + first.month())),
                        null,
                        null,
                        null,
                        "/api/v1/months?closable=true",
                        "/months?month=" + first.month(),
                        Duty.Urgency.NORMAL)));
    }

    private static String zh(String month) {
        YearMonth read = YearMonth.parse(month);
        return read.getYear() + "年" + read.getMonthValue() + "月";
    }
}
