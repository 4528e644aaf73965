package org.zhaoshang.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.seed.Past;
import org.zhaoshang.shared.seed.Story;
import org.zhaoshang.shared.time.CityClock;

/** The samples are planted in a transaction that is taken back: the other tests count what they enter themselves. */
@QuarkusTest
class DemonstrationSigningsTest {
    @Inject
    DemonstrationSignings demonstration;

    @Inject
    Past past;

    @Inject
    SignedProjects projects;

    @Inject
    SigningEvents events;

    @Inject
    EventTotals totals;

    @Inject
    CityClock clock;

    @Test
    void everySampleIsCompleteAnExampleAndInventsNothingForRealEvents() {
        QuarkusTransaction.begin();
        try {
            past.tell(List.of((Story) demonstration::told));
            List<SignedProject> told = projects.list("example", true);
            assertThat(told)
                    .hasSize(24)
                    .allMatch(SignedProject::isCounted)
                    .allMatch(project -> project.explaining() == 0)
                    .allMatch(project -> project.fields().name().startsWith("示例"));
            assertThat(told).extracting(SignedProject::stage).contains(Stage.PRODUCING, Stage.TERMINATED, Stage.INTENT);
            List<String> named = told.stream()
                    .map(project -> project.fields().eventCode())
                    .flatMap(java.util.stream.Stream::ofNullable)
                    .distinct()
                    .toList();
            assertThat(events.namesOf(java.util.Set.copyOf(named)).values()).allMatch(name -> name.startsWith("示例"));
            var columns = totals.of(named, clock.today(), RowScope.of(Caller.SYSTEM));
            assertThat(columns.values().stream()
                            .flatMap(List::stream)
                            .mapToLong(EventTotals.Column::projects)
                            .sum())
                    .isEqualTo(told.stream()
                            .filter(project -> project.fields().eventCode() != null)
                            .count());
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
