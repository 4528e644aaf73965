package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.zhaoshang.accounts.Account;
import org.zhaoshang.accounts.Accounts;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.embedded.EmbeddedSettings;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.shared.seed.Seed;
import org.zhaoshang.shared.time.CityClock;

/**
 * Signed projects of the demonstration, all of them 示例: {@code data/demonstration-signed-projects.csv}, recorded by the units'
 * people and moved from stage to stage as over HTTP, so many days before the start.
 */
@ApplicationScoped
class DemonstrationSignings implements Seed {
    private static final String SOURCE = "演示数据";

    private final SignedProjects projects;
    private final WriteSignedProject write;
    private final SigningSteps steps;
    private final SignAgain again;
    private final SigningEvents events;
    private final WriteSigningEvent writeEvent;
    private final Accounts accounts;
    private final EmbeddedSettings settings;
    private final CityClock clock;

    DemonstrationSignings(
            SignedProjects projects,
            WriteSignedProject write,
            SigningSteps steps,
            SignAgain again,
            SigningEvents events,
            WriteSigningEvent writeEvent,
            Accounts accounts,
            EmbeddedSettings settings,
            CityClock clock) {
        this.projects = projects;
        this.write = write;
        this.steps = steps;
        this.again = again;
        this.events = events;
        this.writeEvent = writeEvent;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public int order() {
        return PROJECTS + 30;
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

    void tell() {
        DataFile.rows("demonstration-signed-projects.csv").forEach(this::tell);
    }

    private void tell(NamedCsvRecord row) {
        Caller reporter = reporter(row.getField("unitCode"));
        SignedProject[] told = new SignedProject[1];
        on(row.getField("signedDaysAgo"), () -> told[0] = write.create(reporter, fields(row), true, SOURCE));
        SignedProject project = told[0];
        String upgraded = row.getField("upgradeDaysAgo");
        if (!upgraded.isEmpty()) {
            on(upgraded, () -> again.add(reporter, project, upgrade(row)));
        }
        for (String stage : row.getField("stages").split("\\|")) {
            if (!stage.isEmpty()) {
                String[] parts = stage.split(":");
                on(parts[1], () -> steps.stage(reporter, project, step(parts[0])));
            }
        }
    }

    private void on(String daysAgo, Runnable act) {
        clock.at(clock.now().minus(Duration.ofDays(Long.parseLong(daysAgo))), act);
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
        long ago = Long.parseLong(row.getField("signedDaysAgo"));
        body.put(
                "plannedStartOn",
                today.plusDays(ago + Long.parseLong(row.getField("startInDays")))
                        .toString());
        body.put(
                "plannedCompletionOn",
                today.plusDays(ago + Long.parseLong(row.getField("completionInDays")))
                        .toString());
        body.withArrayProperty("justifications").addObject().put("rule", "V36").put("text", "演示数据（示例）");
        body.withArrayProperty("justifications").addObject().put("rule", "V25").put("text", "照片待补（示例）");
        return body;
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

    /** The account as a caller, with what its role grants. */
    private Caller reporter(String unit) {
        Account account = accounts.byUsername(unit.toLowerCase(Locale.ROOT)).orElseThrow();
        return new Caller(
                account.id(),
                Caller.Kind.PERSON,
                account.username(),
                account.displayName(),
                Set.of(Role.REPORTER),
                unit,
                Role.REPORTER.permissions());
    }
}
