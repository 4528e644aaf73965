package org.zhaoshang.dashboards;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.calls.Call;
import org.zhaoshang.calls.Progress;
import org.zhaoshang.shared.language.Text;

/** Figures over one call: counts from the call's own counting, so that they cost the same however many projects there are. */
@ApplicationScoped
class CallFigures {
    /** What was accepted and did not leave the library. */
    static final List<String> LIBRARY = List.of("ACCEPTED", "PUBLISHED", "NEGOTIATING", "SIGNED");

    private static final Text PROJECTS = new Text("个", "projects");
    static final Text YUAN = new Text("元", "元");

    private final Progress progress;

    CallFigures(Progress progress) {
        this.progress = progress;
    }

    /** @param unit null for the whole city */
    void count(Board board, String key, Text label, Call call, @Nullable String unit, List<String> states) {
        ProjectQuery query = ProjectQuery.of(states, call.year());
        BigDecimal count = BigDecimal.valueOf(progress.count(call.year(), unit, states));
        board.figure(key, label, count, PROJECTS, query.href(), query.page());
    }

    /** The library's total investment. */
    void investment(Board board, Call call) {
        BigDecimal sum = progress.investment(call.year());
        BigDecimal stripped = sum.stripTrailingZeros();
        BigDecimal plain = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        ProjectQuery query = ProjectQuery.of(LIBRARY, call.year());
        Text label = new Text("入库项目总投资", "Investment in the library");
        board.figure("totalInvestmentYuan", label, plain, YUAN, query.href() + "&count=true", query.page());
    }
}
