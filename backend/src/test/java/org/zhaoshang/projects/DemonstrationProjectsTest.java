package org.zhaoshang.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhaoshang.Given;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Industries;

/** The samples are planted in a transaction that is taken back: the other tests count what they enter themselves. */
@QuarkusTest
class DemonstrationProjectsTest {
    @Inject
    DemonstrationProjects demonstration;

    @Inject
    Projects projects;

    @Inject
    Permits permits;

    @Inject
    Industries industries;

    @Inject
    EntityManager database;

    @Inject
    CityClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private void planted(Consumer<List<Project>> claims) {
        QuarkusTransaction.begin();
        try {
            demonstration.tell();
            claims.accept(projects.listAll().stream().filter(Project::isExample).toList());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static SampleProject sample(String name) {
        return SampleProject.all().stream()
                .filter(sample -> sample.row().getField("project_name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void entersEveryRowOrSaysWhyNot() {
        Map<Boolean, List<SampleProject>> entered = SampleProject.all().stream()
                .collect(Collectors.partitioningBy(sample -> sample.leftOut().isEmpty()));
        assertThat(entered.get(false))
                .extracting(sample -> sample.row().getField("project_name"))
                .containsExactly("蒙苏经济开发区消防救援站", "准格尔旗新能源产业引进项目（34个合计）", "光伏装备全产业链项目");
        planted(made -> {
            assertThat(made).hasSameSizeAs(entered.get(true));
            entered.get(true).forEach(sample -> {
                ObjectNode reported = sample.asReported(industries);
                Project project = made.stream()
                        .filter(one ->
                                one.fields().name().equals(reported.get("name").textValue())
                                        && one.unitCode().equals(sample.unitCode()))
                        .findFirst()
                        .orElseThrow();
                saysWhatIsMadeUp(sample, project);
                String hundredMillions = sample.row().getField("total_investment_100m_yuan");
                if (!hundredMillions.isEmpty()) {
                    assertThat(project.fields().totalInvestmentYuan())
                            .isEqualByComparingTo(new BigDecimal(hundredMillions).movePointRight(8));
                }
            });
        });
    }

    private static void saysWhatIsMadeUp(SampleProject sample, Project project) {
        ProjectFields fields = project.fields();
        assertThat(fields.preparation()).contains("示例");
        assertThat(fields.contactPhone() == null ? "示例" : fields.contactPhone()).contains("示例");
        if (sample.row().getField("source_url").isEmpty()) {
            assertThat(fields.preparation()).contains("全部内容为补充的示例");
            return;
        }
        String madeUp = fields.preparation().substring(fields.preparation().indexOf("以下为补充的示例"));
        assertThat(madeUp.contains("总投资"))
                .as("%s: a total that the source lacks is called made up", fields.name())
                .isEqualTo(fields.totalInvestmentYuan() != null
                        && sample.row().getField("total_investment_100m_yuan").isEmpty());
        assertThat(madeUp).contains("其中固定资产投资".repeat(fields.fixedInvestmentYuan() == null ? 0 : 1), "联系科室");
    }

    @Test
    void leavesNoStateOfALibraryUnseen() {
        planted(made -> {
            Map<ProjectState, Long> past = states(made, project -> project.callYear() == 2021);
            assertThat(past).containsKeys(ProjectState.ACCEPTED, ProjectState.PUBLISHED);
            assertThat(past)
                    .containsEntry(ProjectState.NEGOTIATING, 1L)
                    .containsEntry(ProjectState.SIGNED, 1L)
                    .containsEntry(ProjectState.ARCHIVED, 1L);
            Map<ProjectState, Long> present = states(made, project -> project.callYear() == clock.year());
            assertThat(present.keySet())
                    .isEqualTo(EnumSet.of(
                            ProjectState.DRAFT,
                            ProjectState.SUBMITTED,
                            ProjectState.RETURNED,
                            ProjectState.ACCEPTED,
                            ProjectState.PUBLISHED));
            assertThat(made).anyMatch(Project::isLate);
            assertThat(made.stream().filter(Project::isPubliclyListed)).hasSizeGreaterThan(12);
            List<Project> drafts = made.stream()
                    .filter(project -> project.state() == ProjectState.DRAFT)
                    .toList();
            assertThat(drafts).anyMatch(project -> project.blocking() > 0).anyMatch(project -> project.blocking() == 0);
        });
    }

    private static Map<ProjectState, Long> states(List<Project> made, java.util.function.Predicate<Project> wanted) {
        return made.stream().filter(wanted).collect(Collectors.groupingBy(Project::state, Collectors.counting()));
    }

    @Test
    void asksTheBureauAboutOneProjectReportedByTwoUnits() {
        Caller bureau = new Caller(
                java.util.UUID.randomUUID(),
                Caller.Kind.PERSON,
                "b",
                "b",
                Set.of(Role.BUREAU),
                null,
                Role.BUREAU.permissions());
        planted(made -> {
            List<Project> twins = made.stream()
                    .filter(project -> project.fields().name().equals("60万吨烯烃项目"))
                    .toList();
            assertThat(twins).extracting(Project::unitCode).containsExactlyInAnyOrder("150622", "150626");
            assertThat(twins)
                    .allSatisfy(twin -> assertThat(permits.refusal(Action.ACCEPT, twin, bureau, List::of))
                            .hasValueSatisfying(
                                    refusal -> assertThat(refusal.rule()).isEqualTo("V19")));
        });
    }

    @Test
    void isCountedAndAuditedLikeThePeoplesOwnWork() {
        planted(made -> {
            Map<String, List<SampleStep>> stories = SampleStep.byStory();
            Function<Project, Tuple> trail = project -> (Tuple) database.createNativeQuery("""
                            select count(*) filter (where action <> 'appraise') steps, count(*) filter (
                                where action = 'appraise') appraised, bool_and(actor_kind = 'PERSON') by_people,
                                bool_and(at <= :now) past
                            from audit_entries where subject_kind = 'project' and subject_id = :id""", Tuple.class)
                    .setParameter("now", clock.now())
                    .setParameter("id", project.id().toString())
                    .getSingleResult();
            assertThat(made).allSatisfy(project -> {
                Tuple entries = trail.apply(project);
                assertThat(entries.get("by_people", Boolean.class)).isTrue();
                assertThat(entries.get("past", Boolean.class)).isTrue();
                assertThat(stories.values().stream().map(steps -> (long) steps.stream()
                                .filter(step -> !step.name().equals("appraise"))
                                .count()))
                        .contains(entries.get("steps", Long.class));
            });
            assertThat(database.createNativeQuery("""
                            select call_year, unit_code, state, count(*) from projects group by 1, 2, 3
                            except select call_year, unit_code, state, counted from call_units cross join lateral (values
                                ('DRAFT', drafts), ('SUBMITTED', submitted), ('RETURNED', returned),
                                ('ACCEPTED', accepted), ('PUBLISHED', published), ('NEGOTIATING', negotiating),
                                ('SIGNED', signed), ('WITHDRAWN', withdrawn), ('ARCHIVED', archived)) of (state, counted)
                            """).getResultList()).isEmpty();
        });
    }

    @Test
    void tellsNothingOfTheFutureWhenTheClockStartsWithinTheStory() {
        Instant start = Instant.parse("2021-04-10T15:59:58Z");
        clock.startAt(start);
        planted(made -> {
            assertThat(made).allMatch(project -> project.callYear() == 2021);
            assertThat(made).allMatch(project -> project.updatedAt().isBefore(start));
            assertThat(made).anyMatch(project -> project.state() == ProjectState.SIGNED);
        });
    }

    @Test
    void plantsNothingWhereProjectsAre() {
        GivenProject.in("DRAFT", "150622");
        Long before = QuarkusTransaction.requiringNew().call(() -> projects.count());
        QuarkusTransaction.requiringNew().run(demonstration::plant);
        assertThat(QuarkusTransaction.requiringNew().call(() -> projects.count()))
                .isEqualTo(before);
    }

    private Response enter(SampleProject sample, String user) {
        return Given.signedIn(user)
                .contentType(ContentType.JSON)
                .body(sample.asReported(industries).toString())
                .post("/api/v1/projects");
    }

    @Test
    void refusesTheCitysRowToEveryUnit() {
        SampleProject city = sample("光伏装备全产业链项目");
        assertThat(city.leftOut().orElseThrow()).startsWith("SCOPE");
        enter(city, "150622").then().statusCode(403).body("errors.rule", contains("SCOPE"));
        enter(city, "bureau").then().statusCode(403);
    }

    @Test
    void asksWhatTheSumOfThirtyFourProjectsIs() {
        SampleProject sum = sample("准格尔旗新能源产业引进项目（34个合计）");
        assertThat(sum.leftOut().orElseThrow()).startsWith("V04");
        String id = enter(sum, "150622")
                .then()
                .statusCode(201)
                .body("findings.rule", hasItem("V04"))
                .extract()
                .path("id");
        Given.signedIn("150622")
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .post("/api/v1/projects/" + id + "/submit")
                .then()
                .statusCode(422)
                .body("errors.findAll { it.rule == 'V04' }.pointer", contains("/totalInvestmentYuan"));
    }

    /** Only a person knows that a fire station is no investment project; the rules see that no amount is given. */
    @Test
    void leavesTheFireStationToAPersonsJudgement() {
        SampleProject station = sample("蒙苏经济开发区消防救援站");
        assertThat(station.leftOut().orElseThrow()).contains("由人不予填报");
        enter(station, "150627")
                .then()
                .statusCode(201)
                .body("findings.findAll { it.rule == 'REQUIRED' }.pointer", hasItem("/totalInvestmentYuan"));
    }
}
