package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Who reported the months of a year: a row a unit, a cell a month. */
@ApplicationScoped
class YearBoard {
    private final MonthlyReports reports;
    private final OpenMonths open;
    private final Units units;
    private final CityClock clock;

    YearBoard(MonthlyReports reports, OpenMonths open, Units units, CityClock clock) {
        this.reports = reports;
        this.open = open;
        this.units = units;
        this.clock = clock;
    }

    @Schema(name = "YearBoardCell")
    record Cell(
            @Schema(required = true, examples = "2021-03") String month,
            @Schema(required = true) ReportState state,
            @Schema(required = true) Timeliness timeliness) {}

    @Schema(name = "YearBoardRow")
    record Row(
            @Schema(required = true) String unitCode,
            @Schema(required = true) String unitName,

            @Schema(required = true, description = "By month; those that a unit does not owe are absent")
            List<Cell> months,

            @Schema(required = true) long onTime,
            @Schema(required = true) long late,
            @Schema(required = true) long missing) {}

    @Schema(
            name = "YearBoard",
            description = "Who reported the months of a year, and when; nothing of what reports say.")
    record View(
            @Schema(required = true) int year,
            @Schema(required = true) List<Row> items) {}

    View of(int year) {
        open.upToNow();
        Map<String, List<MonthlyReport>> owed =
                reports.ofYear(year).stream().collect(Collectors.groupingBy(MonthlyReport::unitCode));
        return new View(
                year,
                units.all().stream()
                        .filter(unit -> owed.containsKey(unit.code()))
                        .map(unit -> row(unit.code(), unit.name(), owed.getOrDefault(unit.code(), List.of())))
                        .toList());
    }

    private Row row(String code, String name, List<MonthlyReport> owed) {
        List<Cell> cells = owed.stream()
                .map(report -> new Cell(report.month(), report.state(), report.timelinessAt(clock.now())))
                .toList();
        return new Row(
                code,
                name,
                cells,
                count(cells, Timeliness.ON_TIME),
                count(cells, Timeliness.LATE),
                count(cells, Timeliness.MISSING));
    }

    private static long count(List<Cell> cells, Timeliness of) {
        return cells.stream().filter(cell -> cell.timeliness() == of).count();
    }
}
