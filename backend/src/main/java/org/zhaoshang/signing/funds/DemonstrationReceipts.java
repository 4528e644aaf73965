package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
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
import org.zhaoshang.signing.SignedProject;
import org.zhaoshang.signing.SignedProjects;

/**
 * Receipts of the demonstration, all of them 示例: {@code data/demonstration-receipts.csv}, entered by the units' people so many
 * days before the start, paid by the investors of its signed projects.
 */
@ApplicationScoped
class DemonstrationReceipts implements Seed {
    private static final String SOURCE = "演示数据";

    private final FundReceipts receipts;
    private final SignedProjects projects;
    private final WriteReceipt write;
    private final Accounts accounts;
    private final EmbeddedSettings settings;
    private final CityClock clock;

    DemonstrationReceipts(
            FundReceipts receipts,
            SignedProjects projects,
            WriteReceipt write,
            Accounts accounts,
            EmbeddedSettings settings,
            CityClock clock) {
        this.receipts = receipts;
        this.projects = projects;
        this.write = write;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public int order() {
        return PROJECTS + 40;
    }

    @Override
    public boolean forDemonstration() {
        return true;
    }

    @Override
    public void plant() {
        if (settings.sampleProjects() && receipts.count() == 0) {
            int number = 0;
            for (NamedCsvRecord row : DataFile.rows("demonstration-receipts.csv")) {
                tell(row, ++number);
            }
        }
    }

    private void tell(NamedCsvRecord row, int number) {
        String unit = row.getField("unitCode");
        projects.find("fields.unitCode = ?1 and fields.name = ?2", unit, row.getField("project"))
                .firstResultOptional()
                .ifPresent(project -> clock.at(
                        clock.now().minus(Duration.ofDays(Long.parseLong(row.getField("daysAgo")))),
                        () -> write.create(reporter(unit), fields(row, project, number), null, true, SOURCE)));
    }

    private ObjectNode fields(NamedCsvRecord row, SignedProject project, int number) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("signedProject", project.code())
                .put("receivedOn", clock.today().toString())
                .put("amountYuan", yuan(row.getField("wan")))
                .put("payer", project.currentInvestor().orElse("示例投资公司"))
                .put("form", row.getField("form"))
                .put("use", row.getField("use"))
                .put("proofKind", row.getField("proofKind"))
                .put("proofNumber", "示例凭证第%03d号".formatted(number));
        if (project.fields().origin() != null) {
            body.put("origin", project.fields().origin().name());
        }
        if (!row.getField("enteredWan").isEmpty()) {
            body.put("enteredAmountYuan", yuan(row.getField("enteredWan")))
                    .put("enteredOn", clock.today().toString());
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
