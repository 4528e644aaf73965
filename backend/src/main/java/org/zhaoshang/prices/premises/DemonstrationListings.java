package org.zhaoshang.prices.premises;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.accounts.Account;
import org.zhaoshang.accounts.Accounts;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.embedded.EmbeddedSettings;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.shared.seed.Seed;
import org.zhaoshang.shared.time.CityClock;

/**
 * Premises and parcels of the demonstration, all of them 示例: {@code data/demonstration-premises.csv} and
 * {@code data/demonstration-land-parcels.csv}, whose columns are the fields of the upload. Entered by the units' people and
 * published by the bureau as over HTTP, so many days before the start.
 */
@ApplicationScoped
class DemonstrationListings implements Seed {
    private static final String SOURCE = "演示数据";

    private final WriteListing write;
    private final ListingSteps steps;
    private final Accounts accounts;
    private final EntityManager database;
    private final EmbeddedSettings settings;
    private final CityClock clock;

    DemonstrationListings(
            WriteListing write,
            ListingSteps steps,
            Accounts accounts,
            EntityManager database,
            EmbeddedSettings settings,
            CityClock clock) {
        this.write = write;
        this.steps = steps;
        this.accounts = accounts;
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public int order() {
        return PROJECTS + 20;
    }

    @Override
    public boolean forDemonstration() {
        return true;
    }

    @Override
    public void plant() {
        if (!settings.sampleProjects()) {
            return;
        }
        for (ListingKind kind : ListingKind.values()) {
            Long present = (Long) database.createNativeQuery("select count(*) from " + kind.table(), Long.class)
                    .getSingleResult();
            if (present == 0) {
                tell(kind);
            }
        }
    }

    void tell(ListingKind kind) {
        DataFile.rows("demonstration-" + kind.path() + ".csv").forEach(row -> tell(kind, row));
    }

    private void tell(ListingKind kind, NamedCsvRecord row) {
        Instant entered = clock.now().minus(Duration.ofDays(Long.parseLong(row.getField("verified_days_ago"))));
        clock.at(entered, () -> {
            String unit = row.getField("unitCode");
            Caller reporter = caller(unit.toLowerCase(Locale.ROOT), Role.REPORTER, unit);
            Caller bureau = caller("bureau", Role.BUREAU, null);
            Listing listing = write.create(kind, reporter, fields(kind, row), true, SOURCE);
            switch (row.getField("story")) {
                case "published" -> steps.publish(bureau, listing, null);
                case "talks" -> {
                    steps.publish(bureau, listing, null);
                    steps.negotiate(reporter, listing, null);
                }
                case "reused", "granted" -> {
                    steps.publish(bureau, listing, null);
                    steps.handOver(
                            reporter,
                            listing,
                            new ListingSteps.HandOver(
                                    "示例入驻项目", CityClock.dayOf(entered).toString(), null));
                }
                default -> {} // a draft
            }
        });
    }

    /** As a request would have them. */
    private static ObjectNode fields(ListingKind kind, NamedCsvRecord row) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (Field field : ListingForms.form(kind).fields()) {
            String value = row.findField(field.name()).orElse("").strip();
            if (!value.isEmpty()) {
                switch (field.type()) {
                    case MONEY, DECIMAL, INTEGER, COORDINATE -> body.put(field.name(), new BigDecimal(value));
                    case BOOLEAN -> body.put(field.name(), Boolean.parseBoolean(value));
                    default -> body.put(field.name(), value);
                }
            }
        }
        return body;
    }

    /** The account as a caller, with what its role grants. */
    private Caller caller(String username, Role role, @Nullable String unit) {
        Account account = accounts.byUsername(username).orElseThrow();
        return new Caller(
                account.id(),
                Caller.Kind.PERSON,
                account.username(),
                account.displayName(),
                Set.of(role),
                unit,
                role.permissions());
    }
}
