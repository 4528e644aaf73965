package org.zhaoshang.prices;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.zhaoshang.accounts.Account;
import org.zhaoshang.accounts.Accounts;
import org.zhaoshang.calls.Call;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.embedded.EmbeddedSettings;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.shared.seed.Seed;
import org.zhaoshang.shared.time.CityClock;

/**
 * Price reports of the demonstration, of the call of 2021 and of the running one, by the same code that answers requests.
 * Prices are those of neighbours and comparisons, given to units and marked 示例.
 */
@ApplicationScoped
class DemonstrationPrices implements Seed {
    private static final String LAST = "LAST";
    private static final String THIS = "THIS";
    private static final String SOURCE = "演示数据";
    private static final int FIRST_YEAR = 2021;

    private final WritePrice write;
    private final Prices prices;
    private final PriceReports reports;
    private final ReportSteps steps;
    private final Accounts accounts;
    private final Calls calls;
    private final EmbeddedSettings settings;
    private final ObjectMapper json;
    private final CityClock clock;

    DemonstrationPrices(
            WritePrice write,
            Prices prices,
            PriceReports reports,
            ReportSteps steps,
            Accounts accounts,
            Calls calls,
            EmbeddedSettings settings,
            ObjectMapper json,
            CityClock clock) {
        this.write = write;
        this.prices = prices;
        this.reports = reports;
        this.steps = steps;
        this.accounts = accounts;
        this.calls = calls;
        this.settings = settings;
        this.json = json;
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
        if (settings.sampleProjects() && prices.count() == 0) {
            tell();
        }
    }

    /** A demonstration whose clock stands in 2021 has no year before it. */
    void tell() {
        int year = clock.year();
        if (year > FIRST_YEAR) {
            tell(LAST, FIRST_YEAR, LocalDate.of(FIRST_YEAR, 3, 18));
            tell(THIS, year, weeksBefore(year));
        } else {
            tell(LAST, calls.current(clock).map(Call::year).orElse(year), weeksBefore(year));
        }
    }

    private LocalDate weeksBefore(int year) {
        LocalDate begins = LocalDate.of(year, 1, 1);
        LocalDate weeks = clock.today().minusWeeks(3);
        return weeks.isBefore(begins) ? begins : weeks;
    }

    private void tell(String period, int year, LocalDate day) {
        var moment = day.atTime(9, 0).atZone(CityClock.ZONE).toInstant();
        clock.at(
                moment,
                () -> DataFile.rows("demonstration-price-reports.csv").stream()
                        .filter(row -> row.getField("period").equals(period))
                        .forEach(row -> tell(row, year)));
    }

    private void tell(NamedCsvRecord story, int year) {
        String unit = story.getField("unit_code");
        Caller reporter = caller(unit.toLowerCase(Locale.ROOT), Role.REPORTER, unit);
        DataFile.rows("demonstration-prices.csv").stream()
                .filter(row -> row.getField("period").equals(story.getField("period")))
                .filter(row -> row.getField("unit_code").equals(unit))
                .forEach(row -> write.draft(reporter, price(row, year), true, SOURCE));
        PriceState reached = PriceState.valueOf(story.getField("reached"));
        if (reached == PriceState.DRAFT) {
            return;
        }
        PriceReport report = reports.held(new PriceReport(year, unit, clock.now()));
        Caller bureau = caller("bureau", Role.BUREAU, null);
        steps.submit(reporter, report, null);
        switch (reached) {
            case ACCEPTED -> steps.accept(bureau, report, null);
            case RETURNED -> steps.sendBack(bureau, report, story.getField("words"), List.of());
            default -> {}
        }
    }

    private ObjectNode price(NamedCsvRecord row, int year) {
        ObjectNode price = json.createObjectNode()
                .put("itemCode", row.getField("item_code"))
                .put("priceLow", new BigDecimal(row.getField("price_low")))
                .put("validFrom", LocalDate.of(year, 1, 1).toString());
        String high = row.getField("price_high");
        if (!high.isEmpty()) {
            price.put("priceHigh", new BigDecimal(high));
        }
        put(price, "parkName", row, "park_name");
        put(price, "condition", row, "condition");
        put(price, "unitOfMeasure", row, "unit_of_measure");
        put(price, "composition", row, "composition");
        put(price, "sourceDocument", row, "source_document");
        put(price, "note", row, "note");
        return price;
    }

    private static void put(ObjectNode price, String name, NamedCsvRecord row, String column) {
        if (!row.getField(column).isEmpty()) {
            price.put(name, row.getField(column));
        }
    }

    /** The account as a caller, with what its role grants. */
    private Caller caller(String username, Role role, @org.jspecify.annotations.Nullable String unit) {
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
