package org.zhaoshang.dispatch;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zhaoshang.accounts.DemonstrationPeople;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.seed.Act;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.shared.seed.Story;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.SignedProjects;
import org.zhaoshang.units.Unit;
import org.zhaoshang.units.Units;

/**
 * The months of the demonstration, all that they say being 示例: those of 2021, and those up to the day on which it is started,
 * opened, reported, reviewed, closed and corrected step by step.
 */
@ApplicationScoped
class DemonstrationReports implements Story {
    private static final String USUAL = "usual";
    private static final String OPEN = "open";

    private final Months months;
    private final OpenMonths open;
    private final MonthlyReports reports;
    private final SampleReportSteps steps;
    private final FreezeMonth freeze;
    private final AdjustReport adjust;
    private final SignedProjects projects;
    private final Units units;
    private final DemonstrationPeople people;
    private final CityClock clock;

    DemonstrationReports(
            Months months,
            OpenMonths open,
            MonthlyReports reports,
            SampleReportSteps steps,
            FreezeMonth freeze,
            AdjustReport adjust,
            SignedProjects projects,
            Units units,
            DemonstrationPeople people,
            CityClock clock) {
        this.months = months;
        this.open = open;
        this.reports = reports;
        this.steps = steps;
        this.freeze = freeze;
        this.adjust = adjust;
        this.projects = projects;
        this.units = units;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        // Reports of projects that were there before them would tell of the past what is known today.
        if (months.count() == 0 && projects.count() == 0) {
            Instant now = clock.now();
            SampleMonth.upTo(YearMonth.parse(MonthCode.of(now))).forEach(month -> tell(month, now, acts));
        }
        return acts;
    }

    private void tell(SampleMonth month, Instant now, List<Act> acts) {
        acts.add(new Act(month.opens(), () -> open.plant(month.code(), month.code())));
        Map<String, List<SampleReport.Step>> stories = SampleReport.Step.byStory();
        List<SampleReport> samples = SampleReport.all();
        List<String> reporting = units.reporting().stream().map(Unit::code).toList();
        for (int place = 0; place < reporting.size(); place++) {
            String unit = reporting.get(place);
            SampleReport sample = samples.stream()
                    .filter(one -> month.isNamed(one.month()) && one.unitCode().equals(unit))
                    .findFirst()
                    .orElse(null);
            String story = Objects.requireNonNullElse(
                    sample == null ? null : sample.story(), month.isRunning() ? OPEN : USUAL);
            for (SampleReport.Step step : stories.getOrDefault(story, List.of())) {
                acts.add(new Act(
                        month.at(step.day() + place % step.spread(), step.time().plusMinutes(place * 7L), now),
                        () -> steps.perform(step.name(), month, unit, sample, step.words())));
            }
        }
        if (month.isClosed()) {
            acts.add(new Act(month.closes(), () -> close(month)));
        }
        DataFile.rows("demonstration-adjustments.csv").stream()
                .filter(row -> month.isNamed(row.getField("month")))
                .forEach(row -> acts.add(new Act(
                        month.at(Integer.parseInt(row.getField("day")), LocalTime.of(10, 20), now),
                        () -> adjust(month, row))));
    }

    private void close(SampleMonth month) {
        freeze.close(people.bureau(), months.held(months.seen(month.code())), null);
    }

    private void adjust(SampleMonth month, NamedCsvRecord row) {
        String unit = row.getField("unitCode");
        projects.find("fields.unitCode = ?1 and fields.name = ?2", unit, row.getField("project"))
                .firstResultOptional()
                .ifPresent(project -> adjust.record(
                        people.reporter(unit),
                        reports.byKey(month.code(), unit).orElseThrow(),
                        project,
                        new AdjustmentResource.Input(
                                project.code(),
                                Adjustments.Indicator.valueOf(row.getField("indicator")),
                                new BigDecimal(row.getField("wan")).multiply(Money.WAN),
                                row.getField("reason"),
                                null)));
    }
}
