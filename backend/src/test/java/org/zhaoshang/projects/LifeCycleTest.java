package org.zhaoshang.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.Given;

/** The life of a project, verb by verb and state by state, against {@code life-cycle.csv}: the domain's own words as a table. */
@QuarkusTest
class LifeCycleTest {
    private static final String UNIT = "150621";

    private record Step(String verb, String who, Set<String> from) {
        String account() {
            return who.equals("unit") ? UNIT : who;
        }
    }

    private static List<Step> steps() {
        try (var table = LifeCycleTest.class.getResourceAsStream("/life-cycle.csv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Step(cells[0], cells[1], Set.copyOf(Arrays.asList(cells[2].split(";")))))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DRAFT",
                "SUBMITTED",
                "RETURNED",
                "ACCEPTED",
                "PUBLISHED",
                "NEGOTIATING",
                "SIGNED",
                "WITHDRAWN",
                "ARCHIVED"
            })
    void offersTheStepsOfTheStateAndRefusesAllOthers(String state) {
        GivenProject project = GivenProject.in(state, UNIT);
        for (Step step : steps()) {
            List<String> offered = Given.signedIn(step.account())
                    .get(project.path())
                    .then()
                    .extract()
                    .path("allowedActions");
            if (step.from().contains(state)) {
                assertThat(offered).as("%s from %s", step.verb(), state).contains(step.verb());
            } else {
                assertThat(offered).as("%s from %s", step.verb(), state).doesNotContain(step.verb());
                project.as(step.account(), step.verb(), GivenProject.REASON)
                        .statusCode(409)
                        .body("errors[0].rule", is("STATE"));
            }
        }
        project.get().body("state", is(state));
    }
}
