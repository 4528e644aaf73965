package org.zhaoshang.dashboards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;

/** A city leader: four figures of the library. */
@ApplicationScoped
class LeaderParty implements Party {
    private final Calls calls;
    private final CallFigures figures;
    private final YearFigures year;
    private final CityClock clock;

    LeaderParty(Calls calls, CallFigures figures, YearFigures year, CityClock clock) {
        this.calls = calls;
        this.figures = figures;
        this.year = year;
        this.clock = clock;
    }

    @Override
    public boolean includes(Caller caller) {
        return caller.is(Role.LEADER);
    }

    @Override
    public void fill(Board board, Caller caller) {
        year.fill(board, null);
        calls.current(clock).ifPresent(call -> {
            figures.count(board, "accepted", new Text("已入库", "In the library"), call, null, CallFigures.LIBRARY);
            figures.investment(board, call);
            figures.count(board, "published", new Text("已发布", "Published"), call, null, List.of("PUBLISHED"));
            figures.count(board, "signed", new Text("储备项目已签约", "Signed of the library"), call, null, List.of("SIGNED"));
        });
    }
}
