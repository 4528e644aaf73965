package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhaoshang.accounts.DemonstrationPeople;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.seed.Act;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.shared.seed.Story;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.signing.SignedProject;
import org.zhaoshang.signing.SignedProjects;

/**
 * Receipts of the demonstration, all of them 示例: {@code data/demonstration-receipts.csv}, entered by the units' people on a
 * day of 2021 or so many days before the start, paid by the investors of its signed projects. Once they are reported, the bureau
 * leaves an amount and the region recognises one, where the file has one.
 */
@ApplicationScoped
class DemonstrationReceipts implements Story {
    private static final String SOURCE = "演示数据";
    private static final Duration UNTIL_REVIEW = Duration.ofDays(45);
    private static final Duration UNTIL_RECOGNITION = Duration.ofDays(85);

    private final FundReceipts receipts;
    private final SignedProjects projects;
    private final WriteReceipt write;
    private final ReceiptSteps steps;
    private final DemonstrationPeople people;
    private final CityClock clock;

    DemonstrationReceipts(
            FundReceipts receipts,
            SignedProjects projects,
            WriteReceipt write,
            ReceiptSteps steps,
            DemonstrationPeople people,
            CityClock clock) {
        this.receipts = receipts;
        this.projects = projects;
        this.write = write;
        this.steps = steps;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        if (receipts.count() == 0) {
            int number = 0;
            for (NamedCsvRecord row : DataFile.rows("demonstration-receipts.csv")) {
                tell(row, ++number, acts);
            }
        }
        return acts;
    }

    private void tell(NamedCsvRecord row, int number, List<Act> acts) {
        String unit = row.getField("unitCode");
        Instant at = Act.moment(row.getField("receivedAt"), clock.now());
        acts.add(new Act(
                at,
                () -> project(row)
                        .ifPresent(project -> write.create(
                                people.reporter(unit), fields(row, project, number), null, true, SOURCE))));
        if (!row.getField("reviewedWan").isEmpty()) {
            acts.add(new Act(
                    at.plus(UNTIL_REVIEW),
                    () -> receipt(number).ifPresent(receipt -> steps.review(people.bureau(), receipt, review(row)))));
        }
        if (!row.getField("recognisedWan").isEmpty()) {
            acts.add(new Act(
                    at.plus(UNTIL_RECOGNITION),
                    () -> receipt(number)
                            .filter(receipt -> receipt.reviewedYuan().isPresent())
                            .ifPresent(receipt -> steps.recognise(people.bureau(), receipt, recognition(row)))));
        }
    }

    private Optional<SignedProject> project(NamedCsvRecord row) {
        return projects.find(
                        "fields.unitCode = ?1 and fields.name = ?2", row.getField("unitCode"), row.getField("project"))
                .firstResultOptional();
    }

    /** Empty while no report has told of it. */
    private Optional<FundReceipt> receipt(int number) {
        return receipts.find("fields.proofNumber", proof(number))
                .firstResultOptional()
                .filter(receipt -> receipt.reportedMonth().isPresent());
    }

    private static ObjectNode review(NamedCsvRecord row) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("reviewedYuan", yuan(row.getField("reviewedWan")));
        if (!row.getField("cutReason").isEmpty()) {
            body.put("reason", row.getField("cutReason"));
        }
        return body;
    }

    private ObjectNode recognition(NamedCsvRecord row) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("recognisedYuan", yuan(row.getField("recognisedWan")))
                .put("recognisedOn", clock.today().toString());
    }

    private static String proof(int number) {
        return "示例凭证第%03d号".formatted(number);
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
                .put("proofNumber", proof(number));
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
}
