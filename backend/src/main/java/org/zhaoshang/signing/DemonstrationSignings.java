package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhaoshang.accounts.DemonstrationPeople;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.seed.Act;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.shared.seed.Story;
import org.zhaoshang.shared.time.CityClock;

/**
 * Signed projects of the demonstration, all of them 示例: {@code data/demonstration-signed-projects.csv}, recorded by the units'
 * people and moved from stage to stage as over HTTP, on a day of 2021 or so many days before the start.
 */
@ApplicationScoped
class DemonstrationSignings implements Story {
    private static final String SOURCE = "演示数据";

    private final SignedProjects projects;
    private final WriteSignedProject write;
    private final SigningSteps steps;
    private final SignAgain again;
    private final SigningEvents events;
    private final WriteSigningEvent writeEvent;
    private final DemonstrationPeople people;
    private final CityClock clock;

    DemonstrationSignings(
            SignedProjects projects,
            WriteSignedProject write,
            SigningSteps steps,
            SignAgain again,
            SigningEvents events,
            WriteSigningEvent writeEvent,
            DemonstrationPeople people,
            CityClock clock) {
        this.projects = projects;
        this.write = write;
        this.steps = steps;
        this.again = again;
        this.events = events;
        this.writeEvent = writeEvent;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public List<Act> acts() {
        return projects.count() > 0 ? List.of() : told();
    }

    List<Act> told() {
        List<Act> acts = new ArrayList<>();
        DataFile.rows("demonstration-signed-projects.csv").forEach(row -> tell(row, acts));
        return acts;
    }

    private void tell(NamedCsvRecord row, List<Act> acts) {
        Caller reporter = people.reporter(row.getField("unitCode"));
        acts.add(on(row.getField("signedAt"), () -> write.create(reporter, fields(row), true, SOURCE)));
        String upgraded = row.getField("upgradeAt");
        if (!upgraded.isEmpty()) {
            acts.add(on(upgraded, () -> again.add(reporter, project(row), upgrade(row))));
        }
        for (String stage : row.getField("stages").split("\\|")) {
            if (!stage.isEmpty()) {
                String[] parts = stage.split(":");
                acts.add(on(parts[1], () -> steps.stage(reporter, project(row), step(parts[0]))));
            }
        }
    }

    private Act on(String when, Runnable act) {
        return new Act(Act.moment(when, clock.now()), act);
    }

    private SignedProject project(NamedCsvRecord row) {
        return projects.find(
                        "fields.unitCode = ?1 and fields.name = ?2", row.getField("unitCode"), row.getField("name"))
                .singleResult();
    }

    private ObjectNode fields(NamedCsvRecord row) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String name : new String[] {
            "name",
            "locationCode",
            "industryCode",
            "agreementKind",
            "signingParty",
            "investor",
            "investorCreditCode",
            "origin",
            "originPlace"
        }) {
            if (!row.getField(name).isEmpty()) {
                body.put(name, row.getField(name));
            }
        }
        if (!row.getField("event").isEmpty()) {
            body.put("eventCode", event(row.getField("event")));
        }
        LocalDate today = clock.today();
        body.put("signedOn", today.toString());
        body.put("agreedAmountYuan", yuan(row.getField("agreedWan")));
        body.put("agreedOutsideYuan", yuan(row.getField("outsideWan")));
        body.put("plannedStartOn", planned(row, "startInDays").toString());
        body.put("plannedCompletionOn", planned(row, "completionInDays").toString());
        body.withArrayProperty("justifications").addObject().put("rule", "V36").put("text", "演示数据（示例）");
        body.withArrayProperty("justifications").addObject().put("rule", "V25").put("text", "照片待补（示例）");
        return body;
    }

    /** So many days after the signing where that has a day of its own, after the start otherwise. */
    private LocalDate planned(NamedCsvRecord row, String column) {
        String signed = row.getField("signedAt");
        long days = Long.parseLong(row.getField(column));
        return clock.today().plusDays(Act.isDay(signed) ? days : days + Long.parseLong(signed));
    }

    /** An event of the demonstration's own: nothing is invented for those that took place. */
    private String event(String name) {
        return events.find("fields.name", name)
                .firstResultOptional()
                .orElseGet(() -> writeEvent.create(
                        Caller.SYSTEM,
                        null,
                        new SigningEventFields(
                                name,
                                clock.year(),
                                clock.today(),
                                clock.today(),
                                SigningEventFields.Level.CITY,
                                null,
                                "示例会场",
                                null,
                                null,
                                "演示数据（示例）",
                                null)))
                .code();
    }

    private ObjectNode upgrade(NamedCsvRecord row) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("change", "UPGRADE")
                .put("agreementKind", "CONTRACT")
                .put("eventCode", event(row.getField("upgradeEvent")))
                .put("signedOn", clock.today().toString())
                .put("agreedAmountYuan", yuan(row.getField("upgradeWan")))
                .put("agreedOutsideYuan", yuan(row.getField("upgradeWan")))
                .put("note", "升级为投资合同（示例）");
    }

    private ObjectNode step(String stage) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("stage", stage)
                .put("on", clock.today().toString())
                .put("note", "示例");
        if (Stage.valueOf(stage) == Stage.STARTED) {
            body.put("startKind", StageEvidence.StartKind.CONSTRUCTION.name());
        }
        if (Stage.valueOf(stage).isExit()) {
            body.put("reason", "示例：投资方调整布局，双方协商解除协议");
        }
        return body;
    }

    private static BigDecimal yuan(String wan) {
        return new BigDecimal(wan).multiply(Money.WAN);
    }
}
