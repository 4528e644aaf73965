package org.zhaoshang.dashboards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Call;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.prices.PriceStandings;
import org.zhaoshang.prices.PriceStandings.Standing;
import org.zhaoshang.prices.PriceState;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;

/** Who reports factor prices, and who reviews them: what is owed in the running call's year. */
@ApplicationScoped
class PriceParty implements Party {
    private final Calls calls;
    private final PriceStandings standings;
    private final CityClock clock;

    PriceParty(Calls calls, PriceStandings standings, CityClock clock) {
        this.calls = calls;
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public boolean includes(Caller caller) {
        return caller.unitCode() != null || caller.is(Role.BUREAU);
    }

    @Override
    public void fill(Board board, Caller caller) {
        calls.current(clock).ifPresent(call -> {
            List<Standing> seen = standings.of(call.year(), RowScope.of(caller));
            if (caller.unitCode() == null) {
                review(board, call, seen);
                behind(board, call, seen);
            } else {
                seen.forEach(standing -> owed(board, call, standing));
            }
        });
    }

    private void owed(Board board, Call call, Standing own) {
        Text title = title(own);
        if (title == null) {
            return;
        }
        LocalDate on = call.deadlineFor(own.unit().code());
        long left = ChronoUnit.DAYS.between(clock.today(), on);
        long count = Math.max(1, own.missing().size() + own.blocking() + own.explaining());
        String address = call.year() + "/" + own.unit().code();
        board.add(new Duty(
                Duty.Kind.PRICES,
                count,
                board.say(title),
                null,
                on,
                left,
                "/api/v1/price-reports/" + address,
                "/price-reports/" + address,
                own.state() == PriceState.RETURNED ? Duty.Urgency.SOON : Duty.Urgency.of(left)));
    }

    /** Null when the unit owes nothing now. */
    private static @Nullable Text title(Standing own) {
        return switch (own.state()) {
            case SUBMITTED -> null;
            case ACCEPTED ->
                own.open() == 0
                        ? null
                        : new Text(own.open() + " 项新的要素价格尚未报送", own.open() + " new factor prices are not submitted");
            case RETURNED -> new Text("要素价格年报被退回，请按意见修改后重新报送", "The price report was returned: correct it");
            case DRAFT -> {
                int findings = own.blocking() + own.explaining();
                if (!own.missing().isEmpty()) {
                    yield new Text(
                            "要素价格年报还缺 " + own.missing().size() + " 项必报价格",
                            "The price report lacks " + own.missing().size() + " of its prices");
                }
                yield findings > 0
                        ? new Text("要素价格年报还差 " + findings + " 项即可报送", "The price report: " + findings + " to settle")
                        : new Text("要素价格年报已填好，可以报送", "The price report is ready to submit");
            }
        };
    }

    private static void review(Board board, Call call, List<Standing> all) {
        long waiting = all.stream()
                .filter(standing -> standing.state() == PriceState.SUBMITTED)
                .count();
        if (waiting > 0) {
            board.add(new Duty(
                    Duty.Kind.PRICES,
                    waiting,
                    board.say(new Text(waiting + " 个单位的要素价格年报待审核", waiting + " price reports wait for review")),
                    null,
                    null,
                    null,
                    "/api/v1/price-reports?year=" + call.year() + "&state=SUBMITTED",
                    "/price-reports?year=" + call.year() + "&state=SUBMITTED",
                    Duty.Urgency.SOON));
        }
    }

    private void behind(Board board, Call call, List<Standing> all) {
        long behind = all.stream().filter(standing -> !standing.isSubmitted()).count();
        if (behind > 0) {
            long left = ChronoUnit.DAYS.between(clock.today(), call.deadline());
            board.add(new Duty(
                    Duty.Kind.PRICES,
                    behind,
                    board.say(new Text(
                            behind + " 个单位尚未报送要素价格年报", behind + " units have not submitted their price report")),
                    null,
                    call.deadline(),
                    left,
                    "/api/v1/price-reports?year=" + call.year() + "&state=DRAFT",
                    "/price-reports?year=" + call.year() + "&state=DRAFT",
                    Duty.Urgency.of(left)));
        }
    }
}
