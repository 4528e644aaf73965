package org.zhaoshang.dashboards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Call;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.calls.Progress;
import org.zhaoshang.projects.ProjectState;
import org.zhaoshang.projects.ProjectTally;
import org.zhaoshang.projects.ProjectTally.Tally;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/** A reporting unit: what to correct, to complete, to submit, and how far it is from its quota. */
@ApplicationScoped
class UnitParty implements Party {
    private final Calls calls;
    private final Progress progress;
    private final ProjectTally tally;
    private final Units units;
    private final CallFigures figures;
    private final YearFigures year;
    private final CityClock clock;

    UnitParty(
            Calls calls,
            Progress progress,
            ProjectTally tally,
            Units units,
            CallFigures figures,
            YearFigures year,
            CityClock clock) {
        this.calls = calls;
        this.progress = progress;
        this.tally = tally;
        this.units = units;
        this.figures = figures;
        this.year = year;
        this.clock = clock;
    }

    @Override
    public boolean includes(Caller caller) {
        return caller.unitCode() != null;
    }

    @Override
    public void fill(Board board, Caller caller) {
        String unit = Objects.requireNonNull(caller.unitCode());
        returned(board, caller);
        year.fill(board, unit);
        calls.current(clock).ifPresent(call -> {
            Due due = due(call, unit);
            unfinished(board, caller, call, due);
            ready(board, caller, call, due);
            quota(board, unit, call, due);
            figures(board, unit, call);
        });
    }

    private record Due(
            LocalDate on,
            long daysLeft,
            Duty.Urgency urgency,
            @Nullable Text note) {}

    private Due due(Call call, String unit) {
        LocalDate on = call.deadlineFor(unit);
        long left = ChronoUnit.DAYS.between(clock.today(), on);
        Text note = null;
        if (left < 0) {
            note = call.refuses(unit, clock.now())
                    ? new Text("本次征集已截止，不再接收首次报送；确有需要请申请延期", "The call is closed: ask the bureau for an extension")
                    : new Text("已过截止日期，现在报送将标注逾期", "The deadline has passed: submissions are marked late");
        }
        return new Due(on, left, Duty.Urgency.of(left), note);
    }

    private void returned(Board board, Caller caller) {
        Tally found = tally.of(RowScope.of(caller), ProjectState.RETURNED.name(), null, null, null);
        if (found.count() == 0) {
            return;
        }
        ProjectQuery query = ProjectQuery.of(List.of("RETURNED"), null);
        Text title = found.onlyName() == null
                ? new Text(
                        found.count() + " 个项目被退回，请按意见修改后重新报送", found.count() + " projects were returned: correct them")
                : new Text(
                        "“" + found.onlyName() + "”被退回，请按意见修改后重新报送",
                        "“" + found.onlyName() + "” was returned: correct it");
        board.add(new Duty(
                Duty.Kind.RETURNED,
                found.count(),
                board.say(title),
                null,
                null,
                null,
                query.href(),
                page(query, found),
                Duty.Urgency.SOON));
    }

    private void unfinished(Board board, Caller caller, Call call, Due due) {
        Tally found = tally.of(RowScope.of(caller), "DRAFT", call.year(), true, null);
        if (found.count() == 0) {
            return;
        }
        Text title = found.onlyName() == null
                ? new Text(
                        found.count() + " 个草稿共有 " + found.open() + " 项待完善",
                        found.count() + " drafts have " + found.open() + " things to settle")
                : new Text(
                        "“" + found.onlyName() + "”还差 " + found.open() + " 项即可报送",
                        "“" + found.onlyName() + "”: " + found.open() + " to settle before submitting");
        ProjectQuery query = ProjectQuery.of(List.of("DRAFT"), call.year()).and("hasFindings", true);
        board.add(duty(Duty.Kind.UNFINISHED, board, found.count(), title, due, query.href(), page(query, found)));
    }

    private void ready(Board board, Caller caller, Call call, Due due) {
        Tally found = tally.of(RowScope.of(caller), "DRAFT", call.year(), false, null);
        if (found.count() == 0) {
            return;
        }
        boolean leadOnly =
                units.byCode(caller.unitCode()).map(Unit::leadSubmitsOnly).orElse(false);
        Text title = leadOnly && caller.kind() == Caller.Kind.PERSON && !caller.is(Role.UNIT_LEAD)
                ? new Text(
                        found.count() + " 个草稿已填好，请提请分管领导报送",
                        found.count() + " drafts are complete: ask the lead to submit them")
                : new Text(found.count() + " 个草稿已填好，可以报送", found.count() + " drafts are ready to submit");
        ProjectQuery query = ProjectQuery.of(List.of("DRAFT"), call.year()).and("hasFindings", false);
        board.add(duty(Duty.Kind.READY, board, found.count(), title, due, query.href(), query.page()));
    }

    private void quota(Board board, String unit, Call call, Due due) {
        progress.of(call.year()).stream()
                .filter(standing -> standing.unitCode().equals(unit) && standing.quota() > 0)
                .forEach(standing -> {
                    Due settled =
                            standing.quotaReached() ? new Due(due.on(), due.daysLeft(), Duty.Urgency.DONE, null) : due;
                    Text title = standing.quotaReached()
                            ? new Text(
                                    "已入库 " + standing.accepted() + " 个，完成任务（" + standing.quota() + " 个）",
                                    standing.accepted() + " accepted: the quota of " + standing.quota() + " is reached")
                            : new Text(
                                    "已入库 " + standing.accepted() + " 个，任务 " + standing.quota() + " 个，还差 "
                                            + standing.missing() + " 个",
                                    standing.accepted() + " of " + standing.quota() + " accepted: " + standing.missing()
                                            + " to go");
                    board.add(duty(
                            Duty.Kind.QUOTA,
                            board,
                            standing.missing(),
                            title,
                            settled,
                            "/api/v1/calls/" + call.year() + "/progress",
                            "/calls/" + call.year()));
                });
    }

    private void figures(Board board, String unit, Call call) {
        figures.count(board, "drafts", new Text("草稿", "Drafts"), call, unit, List.of("DRAFT"));
        figures.count(board, "submitted", new Text("已报送待审", "Submitted"), call, unit, List.of("SUBMITTED"));
        figures.count(board, "accepted", new Text("已入库", "In the library"), call, unit, CallFigures.LIBRARY);
        figures.count(board, "published", new Text("已发布", "Published"), call, unit, List.of("PUBLISHED"));
    }

    private static Duty duty(Duty.Kind kind, Board board, long count, Text title, Due due, String href, String page) {
        String detail = due.note() == null ? null : board.say(due.note());
        return new Duty(kind, count, board.say(title), detail, due.on(), due.daysLeft(), href, page, due.urgency());
    }

    /** Straight to the form where there is just one. */
    private static String page(ProjectQuery query, Tally found) {
        return found.onlyId() == null ? query.page() : "/projects/" + found.onlyId() + "/edit";
    }
}
