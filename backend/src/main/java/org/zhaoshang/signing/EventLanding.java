package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.money.Percent;
import org.zhaoshang.shared.time.CityClock;

/** How far the contracts of each event got (落地情况): of the rows that the scope sees, each figure with the list that it counts. */
@ApplicationScoped
class EventLanding {
    private final EntityManager database;
    private final CityClock clock;

    EventLanding(EntityManager database, CityClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is counted; intents and frameworks stand apart (V20). */
    @Schema(name = "LandingStep")
    enum Step {
        CONTRACTED(null),
        REGISTERED(Stage.REGISTERED),
        STARTED(Stage.STARTED),
        PRODUCING(Stage.PRODUCING),
        TERMINATED(Stage.TERMINATED);

        private final @Nullable Stage least;

        Step(@Nullable Stage least) {
            this.least = least;
        }

        private boolean counts(Stage stage) {
            return least == null || stage == least || stage.hasReached(least);
        }

        /** As the list is asked for them. */
        private String stages() {
            return Arrays.stream(Stage.values())
                    .filter(this::counts)
                    .map(Enum::name)
                    .collect(Collectors.joining(","));
        }
    }

    /** One figure. */
    @Schema(name = "Landing", description = "Contracts that got so far or further; TERMINATED: that ended.")
    record Landing(
            @Schema(required = true) Step step,
            @Schema(required = true) long projects,

            @Schema(required = true, description = "What the event is credited with of their contracts")
            BigDecimal amountYuan,

            @Nullable @Schema(description = "Of all contracts of the row, one decimal; absent without any")
            BigDecimal percent,

            @Schema(required = true, description = "The query that lists exactly those")
            String href) {}

    /** What one stage of one place holds. */
    private record Sum(long projects, BigDecimal amountYuan) {
        private static final Sum NONE = new Sum(0, BigDecimal.ZERO);

        private Sum plus(Sum other) {
            return new Sum(projects + other.projects, amountYuan.add(other.amountYuan));
        }
    }

    /** By event, today; events without a contract have steps of 0. One statement for all of them. */
    Map<String, List<Landing>> byEvent(Collection<String> events, RowScope scope) {
        Map<String, Map<Stage, Sum>> sums = sums("c.event_code", events, scope);
        Map<String, List<Landing>> landing = new LinkedHashMap<>();
        events.forEach(event -> landing.put(event, steps(sums.getOrDefault(event, Map.of()), "creditedTo=" + event)));
        return landing;
    }

    /** An event's by unit, today; units without a part in it are left out. */
    Map<String, List<Landing>> byUnit(String event, RowScope scope) {
        Map<String, List<Landing>> landing = new HashMap<>();
        sums("c.unit_code", List.of(event), scope)
                .forEach((unit, sums) -> landing.put(unit, steps(sums, "creditedTo=" + event + "&unitCode=" + unit)));
        return landing;
    }

    private Map<String, Map<Stage, Sum>> sums(String place, Collection<String> events, RowScope scope) {
        if (events.isEmpty()) {
            return Map.of();
        }
        var query = database.createNativeQuery("""
                select %s place, p.stage, sum(c.projects) projects, sum(c.amount_yuan) amount
                from signing_credits c join signed_projects p on p.id = c.signed_project_id
                where c.event_code in (:events) and c.agreement_kind = 'CONTRACT'
                    and c.valid_from <= :day and c.valid_to > :day and (%s)
                group by 1, p.stage
                """.formatted(place, scope.where(SignedProjects.COLUMNS)), Tuple.class)
                .setParameter("events", events)
                .setParameter("day", clock.today());
        Projects.bind(query, scope);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        Map<String, Map<Stage, Sum>> sums = new HashMap<>();
        rows.forEach(row -> sums.computeIfAbsent(row.get("place", String.class), none -> new EnumMap<>(Stage.class))
                .put(
                        Stage.valueOf(row.get("stage", String.class)),
                        new Sum(row.get("projects", Number.class).longValue(), row.get("amount", BigDecimal.class))));
        return sums;
    }

    private static List<Landing> steps(Map<Stage, Sum> sums, String asked) {
        long contracts = sums.values().stream().mapToLong(Sum::projects).sum();
        return Arrays.stream(Step.values())
                .map(step -> {
                    Sum sum = sums.entrySet().stream()
                            .filter(stage -> step.counts(stage.getKey()))
                            .map(Map.Entry::getValue)
                            .reduce(Sum.NONE, Sum::plus);
                    return new Landing(
                            step,
                            sum.projects(),
                            PlainNumber.of(sum.amountYuan()),
                            Percent.of(BigDecimal.valueOf(sum.projects()), BigDecimal.valueOf(contracts)),
                            "/api/v1/signed-projects?" + asked + "&creditedKind=CONTRACT"
                                    + (step.least == null ? "" : "&stage=" + step.stages()));
                })
                .toList();
    }
}
