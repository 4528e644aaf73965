package org.zhaoshang.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhaoshang.scope.RoleTable.Reach;

/**
 * Walks every operation of the contract as every kind of caller, on a row of its own unit and on rows of another. What must
 * come of it stands in {@code role-table.csv}; an operation that is not in there, or a path that this test can not fill in,
 * fails, so that a new endpoint can not be forgotten.
 */
@QuarkusTest
class ScopeTest {
    /** Kinds of row that lists with a search show. */
    private static final Set<String> LISTED = Set.of("project", "premises", "parcel", "price", "signed", "receipt");

    private static final RoleTable TABLE = RoleTable.read();

    @Test
    void everyOperationStandsInTheRoleTable() {
        assertThat(TABLE.operations())
                .as("role-table.csv says for each operation of openapi.yaml who may do it")
                .containsExactlyElementsOf(
                        Operation.all().stream().map(Operation::id).sorted().toList());
    }

    @TestFactory
    Stream<DynamicTest> reachesTheRowsOfTheTableAndNoOthers() {
        List<Row> rows = List.of(
                Row.of(Who.UNIT, Row.State.SUBMITTED),
                Row.of(Who.OTHER_UNIT, Row.State.SUBMITTED),
                Row.of(Who.OTHER_UNIT, Row.State.DRAFT),
                Row.of(Who.OTHER_UNIT, Row.State.INVITED));
        Map<Row, String> before = new HashMap<>();
        rows.forEach(row -> before.put(row, row.standing()));
        Stream<DynamicTest> walks = Operation.all().stream()
                .map(operation -> DynamicTest.dynamicTest(
                        operation.id(), () -> Arrays.stream(Who.values()).forEach(who -> walk(operation, who, rows))));
        return Stream.concat(
                walks,
                Stream.of(DynamicTest.dynamicTest(
                        "no row was changed on the way",
                        () -> rows.forEach(row -> {
                            assertThat(row.standing()).as(row.word()).isEqualTo(before.get(row));
                            row.funds().delete(); // or every later report would speak of it
                        }))));
    }

    private static void walk(Operation operation, Who who, List<Row> rows) {
        RoleTable.Act act = TABLE.of(operation.id());
        Reach reach = act.reaches().get(who);
        // What is about no row is asked once: four wrong passwords would nearly lock an account that other tests sign
        // in with.
        for (Row row : act.about().isEmpty() ? rows.subList(0, 1) : rows) {
            Call call = new Call(operation, row);
            Response answer = call.send(who.request());
            String text = AnswerText.of(answer);
            String what = who + " " + operation.id() + " on a " + row.state() + " row of " + row.unit() + ": "
                    + answer.statusCode() + " " + text;
            judge(operation, act, reach, row, answer, what);
            rows.stream()
                    .filter(other -> !other.isWithin(reach, act.about())
                            || reach == Reach.ALL && operation.names(act.about()) && !isOfOne(act.about(), row, other))
                    .filter(other -> !call.mentions(other))
                    .forEach(other -> assertThat(text).as(what).doesNotContain(other.word()));
        }
        if (reach == Reach.OWN && operation.bodyMembers().contains("unitCode")) {
            refusesAForeignUnitInTheBody(operation, who, rows.getFirst());
        }
    }

    /** Whether the answer about the row is one about the other, too: a report speaks of all projects of its unit. */
    private static boolean isOfOne(String about, Row row, Row other) {
        return other == row || about.startsWith("monthly-") && other.unit().equals(row.unit());
    }

    private static void judge(
            Operation operation, RoleTable.Act act, Reach reach, Row row, Response answer, String what) {
        switch (reach) {
            case NO -> assertThat(answer.statusCode()).as(what).isEqualTo(403);
            case SIGN_IN -> assertThat(answer.statusCode()).as(what).isEqualTo(401);
            default -> {
                boolean named =
                        operation.names(act.about()) || operation.bodyMembers().contains("projectIds");
                if (named && !row.isWithin(reach, act.about())) {
                    assertThat(answer.statusCode()).as(what).isEqualTo(404);
                } else if (operation.bodyMembers().contains("unitCode")
                        && reach == Reach.OWN
                        && !row.isWithin(reach, act.about())) {
                    assertThat(answer.statusCode()).as(what).isEqualTo(403);
                } else if (operation.headers().contains("If-Match")) {
                    assertThat(answer.statusCode()).as(what).isEqualTo(428);
                } else {
                    assertThat(answer.statusCode()).as(what).isNotIn(403, 404).isLessThan(500);
                }
                if (LISTED.contains(act.about()) && operation.queries().contains("q") && reach != Reach.NONE) {
                    assertThat(AnswerText.of(answer).contains(row.word()))
                            .as(what)
                            .isEqualTo(row.isWithin(reach, act.about()));
                }
            }
        }
    }

    /** A row of one's own is not given away, and none is written in another unit's name. */
    private static void refusesAForeignUnitInTheBody(Operation operation, Who who, Row own) {
        RequestSpecification request = who.request().header("If-Match", "*");
        Response answer = new Call(operation, own)
                .with(Map.of("unitCode", Who.OTHER_UNIT))
                .send(request);
        assertThat(answer.statusCode())
                .as("%s %s for another unit: %s", who, operation.id(), answer.asString())
                .isEqualTo(403);
    }
}
