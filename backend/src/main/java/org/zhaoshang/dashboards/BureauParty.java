package org.zhaoshang.dashboards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Call;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.calls.Progress;
import org.zhaoshang.calls.Progress.Standing;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;

/** The city bureau: what waits for a decision, and which units are behind. */
@ApplicationScoped
class BureauParty implements Party {
    private final Calls calls;
    private final Progress progress;
    private final CallFigures figures;
    private final YearFigures year;
    private final CityClock clock;

    BureauParty(Calls calls, Progress progress, CallFigures figures, YearFigures year, CityClock clock) {
        this.calls = calls;
        this.progress = progress;
        this.figures = figures;
        this.year = year;
        this.clock = clock;
    }

    @Override
    public boolean includes(Caller caller) {
        return caller.is(Role.BUREAU);
    }

    @Override
    public void fill(Board board, Caller caller) {
        waiting(
                board,
                Duty.Kind.REVIEW,
                "SUBMITTED",
                "/review",
                n -> new Text(n + " 个项目待审核", n + " projects wait for review"));
        waiting(
                board,
                Duty.Kind.PUBLISH,
                "ACCEPTED",
                null,
                n -> new Text(n + " 个已入库项目待发布", n + " accepted projects are not published"));
        year.fill(board, null);
        calls.current(clock).ifPresent(call -> {
            behind(board, call);
            figures(board, call);
        });
    }

    private interface Title {
        Text of(long count);
    }

    private void waiting(Board board, Duty.Kind kind, String state, @Nullable String page, Title title) {
        long count = progress.count(null, null, List.of(state));
        if (count > 0) {
            ProjectQuery query = ProjectQuery.of(List.of(state), null);
            board.add(new Duty(
                    kind,
                    count,
                    board.say(title.of(count)),
                    null,
                    null,
                    null,
                    query.href(),
                    page == null ? query.page() : page,
                    kind == Duty.Kind.REVIEW ? Duty.Urgency.SOON : Duty.Urgency.NORMAL));
        }
    }

    private void behind(Board board, Call call) {
        long behind = progress.of(call.year()).stream()
                .filter(Predicate.not(Standing::quotaReached))
                .count();
        if (behind == 0) {
            return;
        }
        LocalDate deadline = call.deadline();
        long left = ChronoUnit.DAYS.between(clock.today(), deadline);
        board.add(new Duty(
                Duty.Kind.BEHIND,
                behind,
                board.say(new Text(behind + " 个单位尚未完成储备任务", behind + " units have not reached their quota")),
                null,
                deadline,
                left,
                "/api/v1/calls/" + call.year() + "/progress?quotaReached=false",
                "/calls/" + call.year(),
                Duty.Urgency.of(left)));
    }

    private void figures(Board board, Call call) {
        figures.count(board, "accepted", new Text("已入库", "In the library"), call, null, CallFigures.LIBRARY);
        figures.count(board, "published", new Text("已发布", "Published"), call, null, List.of("PUBLISHED"));
        figures.count(board, "signed", new Text("储备项目已签约", "Signed of the library"), call, null, List.of("SIGNED"));
        figures.investment(board, call);
    }
}
