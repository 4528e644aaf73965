package org.zhaoshang.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.zhaoshang.shared.embedded.EmbeddedSettings;
import org.zhaoshang.shared.seed.Seed;
import org.zhaoshang.shared.time.CityClock;

/**
 * The life of the demonstration before its first start: real projects, reported, appraised, returned, accepted and published by
 * the demonstration's people, step by step in the order of time and each step as over HTTP. The call of 2021 lies in its own
 * year, the open one in the weeks before the start.
 */
@ApplicationScoped
class DemonstrationProjects implements Seed {
    private final Projects projects;
    private final SampleActs acts;
    private final EmbeddedSettings settings;
    private final CityClock clock;

    DemonstrationProjects(Projects projects, SampleActs acts, EmbeddedSettings settings, CityClock clock) {
        this.projects = projects;
        this.acts = acts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public int order() {
        return PROJECTS;
    }

    @Override
    public boolean forDemonstration() {
        return true;
    }

    @Override
    public void plant() {
        if (settings.sampleProjects() && projects.count() == 0) {
            tell();
        }
    }

    /** When, whose and what: one meeting of a unit on one day appraises several projects. */
    private record Moment(Instant at, String unitCode, String step) implements Comparable<Moment> {
        private static final Comparator<Moment> ORDER =
                Comparator.comparing(Moment::at).thenComparing(Moment::unitCode).thenComparing(Moment::step);

        @Override
        public int compareTo(Moment other) {
            return ORDER.compare(this, other);
        }
    }

    private record Tale(SampleProject sample, List<SampleStep> steps) {
        static List<Tale> all() {
            Map<String, List<SampleStep>> stories = SampleStep.byStory();
            return SampleProject.all().stream()
                    .filter(sample -> sample.leftOut().isEmpty())
                    .map(sample -> new Tale(sample, Objects.requireNonNull(stories.get(sample.story()))))
                    .toList();
        }
    }

    void tell() {
        List<Tale> tales = Tale.all();
        long shift = daysToShift(tales);
        Map<Moment, List<SampleActs.Act>> moments = new TreeMap<>();
        for (int number = 0; number < tales.size(); number++) {
            SampleProject sample = tales.get(number).sample();
            LocalDate begins = begins(sample, shift);
            for (SampleStep step : tales.get(number).steps()) {
                // Nobody does two things in one minute, but a meeting is one.
                int minutes = step.name().equals("appraise") ? 0 : number;
                Instant at = begins.plusDays(step.day())
                        .atTime(step.time())
                        .plusMinutes(minutes)
                        .atZone(CityClock.ZONE)
                        .toInstant();
                moments.computeIfAbsent(new Moment(at, sample.unitCode(), step.name()), none -> new ArrayList<>())
                        .add(new SampleActs.Act(sample, step));
            }
        }
        SampleActs.Cast cast = acts.cast();
        moments.forEach((moment, together) -> clock.at(moment.at(), () -> acts.perform(cast, together)));
    }

    private LocalDate begins(SampleProject sample, long shift) {
        return sample.isOfTheOpenCall()
                ? clock.today().plusDays(Long.parseLong(sample.begins()))
                : LocalDate.parse(sample.begins()).plusDays(shift);
    }

    /** A demonstration whose clock starts within the story of 2021 hears it moved back, so that it ends the day before. */
    private long daysToShift(List<Tale> tales) {
        LocalDate last = tales.stream()
                .filter(tale -> !tale.sample().isOfTheOpenCall())
                .map(tale -> LocalDate.parse(tale.sample().begins())
                        .plusDays(tale.steps().getLast().day()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Math.min(0, ChronoUnit.DAYS.between(last, clock.today().minusDays(1)));
    }
}
