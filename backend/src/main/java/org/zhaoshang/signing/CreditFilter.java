package org.zhaoshang.signing;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.ListFilter;

/** What projects counted as on a day: each figure of the dispatch is the length of a list that is narrowed so. */
abstract class CreditFilter extends ListFilter {
    private static final Text PRESENT = new Text("历史数据没有计划开工日期，请去掉该参数", "the past does not keep the planned start");
    private static final Text UNKNOWN = new Text("没有这样的取值", "no such value");

    @QueryParam("creditedKind")
    @Parameter(description = "Counted by an agreement of that kind (V20) on creditedOn")
    @Nullable
    String creditedKind;

    @QueryParam("creditedOn")
    @Parameter(description = "Counted on that day; default for the conditions beside it: today")
    @Nullable
    String creditedOn;

    @QueryParam("creditedFrom")
    @Parameter(description = "Counted by that kind for the first time on that day or later")
    @Nullable
    String creditedFrom;

    @QueryParam("creditedUnit")
    @Parameter(description = "Units with a part of its amounts (V35) on creditedOn")
    @Nullable
    String creditedUnit;

    @QueryParam("stageAtLeast")
    @Parameter(description = "Reached that stage or a later one by reachedTo, and had not ended by then")
    @Nullable
    String stageAtLeast;

    @QueryParam("reachedFrom")
    @Parameter(description = "Reached stageAtLeast on that day or later")
    @Nullable
    String reachedFrom;

    @QueryParam("reachedTo")
    @Parameter(description = "Reached stageAtLeast on that day or before; default: today")
    @Nullable
    String reachedTo;

    @QueryParam("plannedStartTo")
    @Parameter(description = "Was to start on that day or before; not with asOf")
    @Nullable
    String plannedStartTo;

    /** @param past whether the table of versions is read, which keeps no planned start */
    void narrow(Conditions conditions, LocalDate today, boolean past) {
        if (past && isGiven(plannedStartTo)) {
            conditions.refuse("plannedStartTo", PRESENT);
        } else {
            conditions.date("plannedStartTo", "p.planned_start_on", "<=", plannedStartTo);
        }
        credits(conditions, today);
        if (isGiven(stageAtLeast)) {
            stages(conditions, today);
        }
    }

    private void credits(Conditions conditions, LocalDate today) {
        Map<String, Object> values = new HashMap<>();
        String counting = " from signing_credits c where c.signed_project_id = p.id";
        if (isGiven(creditedKind)) {
            if (Arrays.stream(AgreementKind.values())
                    .noneMatch(kind -> kind.name().equals(creditedKind))) {
                conditions.refuse("creditedKind", UNKNOWN);
                return;
            }
            values.put("creditedKind", Objects.requireNonNull(creditedKind));
            counting += " and c.agreement_kind = :creditedKind";
        }
        LocalDate on = Objects.requireNonNullElse(conditions.day("creditedOn", creditedOn), today);
        LocalDate from = conditions.day("creditedFrom", creditedFrom);
        String standing = counting + " and c.valid_from <= :creditedOn and c.valid_to > :creditedOn";
        if (isGiven(creditedKind) || isGiven(creditedOn)) {
            conditions.and("exists (select 1" + standing + " and c.projects > 0)", with(values, "creditedOn", on));
        }
        if (from != null) {
            conditions.and(
                    "(select min(c.valid_from)" + counting + " and c.projects > 0) >= :creditedFrom",
                    with(values, "creditedFrom", from));
        }
        if (isGiven(creditedUnit)) {
            values.put("creditedOn", on);
            conditions.and(
                    "exists (select 1" + standing + " and c.unit_code = :creditedUnit)",
                    with(
                            values,
                            "creditedUnit",
                            Objects.requireNonNull(creditedUnit).replace("\0", "")));
        }
    }

    private void stages(Conditions conditions, LocalDate today) {
        String[] stages = Arrays.stream(Stage.values())
                .filter(this::isReached)
                .map(Enum::name)
                .toArray(String[]::new);
        if (stages.length == 0) {
            conditions.refuse("stageAtLeast", UNKNOWN);
            return;
        }
        LocalDate to = Objects.requireNonNullElse(conditions.day("reachedTo", reachedTo), today);
        LocalDate from = conditions.day("reachedFrom", reachedFrom);
        String reached = """
                (select min(s.reached_on) from signing_stages s where s.signed_project_id = p.id and s.taken_back_at is null
                    and s.stage = any(cast(:stagesReached as text[])))""";
        conditions.and(reached + " <= :reachedTo", Map.of("stagesReached", stages, "reachedTo", to));
        conditions.and("""
                not exists (select 1 from signing_stages s where s.signed_project_id = p.id and s.taken_back_at is null
                    and s.stage in ('TERMINATED', 'MERGED')
                    and coalesce(s.reached_on, cast(s.recorded_at at time zone 'Asia/Shanghai' as date)) <= :reachedTo)""", Map.of());
        if (from != null) {
            conditions.and(reached + " >= :reachedFrom", Map.of("reachedFrom", from));
        }
    }

    private boolean isReached(Stage stage) {
        return Arrays.stream(Stage.values())
                .anyMatch(least -> least.name().equals(stageAtLeast) && !least.isExit() && stage.hasReached(least));
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(name, value);
        return all;
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
