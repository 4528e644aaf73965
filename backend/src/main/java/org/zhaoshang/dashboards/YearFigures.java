package org.zhaoshang.dashboards;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.dispatch.indicators.YearSoFar;
import org.zhaoshang.shared.language.Text;

/** How the running year goes by the monthly dispatch: the figures of this month's ranking. */
@ApplicationScoped
class YearFigures {
    private static final Text PERCENT = new Text("%", "%");

    private final YearSoFar year;

    YearFigures(YearSoFar year) {
        this.year = year;
    }

    /** @param unit null for the whole city */
    void fill(Board board, @Nullable String unit) {
        year.of(unit).forEach(figure -> {
            String query = "?month=" + figure.month() + "&indicator=" + figure.indicator();
            board.figure(
                    figure.indicator(),
                    new Text("本年" + figure.name().zh(), figure.name().en() + " this year"),
                    figure.value(),
                    figure.money() ? CallFigures.YUAN : PERCENT,
                    "/api/v1/rankings" + query,
                    "/targets" + query);
        });
    }
}
