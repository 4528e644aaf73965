package org.zhaoshang.signing.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.rules.Finding;

/**
 * The ledger as a unit's monthly reports take it: a receipt belongs to the first report that told of it, whatever day it has
 * (V11), and is not changed while that report stands.
 */
@ApplicationScoped
public class Ledger {
    /** Many more than a unit receives in a month; what is beyond is reported all the same and not listed in the content. */
    private static final int MOST = 5000;

    /** What a report of that month tells: what it told already and, while it is being written, what none has told. */
    private static final String TOLD =
            "r.unit_code = :unit and (r.reported_month = :month or :fresh and r.reported_month is null)";

    private final EntityManager database;

    Ledger(EntityManager database) {
        this.database = database;
    }

    /** One receipt as a report tells it. */
    public record Line(
            String code,
            String signedProject,
            LocalDate receivedOn,
            BigDecimal amountYuan,
            String origin,
            @Nullable BigDecimal enteredAmountYuan) {}

    /**
     * What the receipts of a month's report sum to, in yuan.
     *
     * @param allYuan of whatever day and origin
     * @param pastYearYuan those of them received in a year before the month's (跨年补报)
     * @param outsideYuan the assessed ones, from outside the region
     * @param outsidePastYearYuan those of the assessed ones received in a year before the month's
     */
    public record Told(
            int receipts,
            BigDecimal allYuan,
            BigDecimal pastYearYuan,
            BigDecimal outsideYuan,
            BigDecimal outsidePastYearYuan) {}

    /** The ledger to date beside what was entered in the region's system (V15). */
    public record Entered(BigDecimal ledgerYuan, BigDecimal enteredYuan) {}

    /** Whether the unit has receipts that its report of that month would tell of. */
    public boolean hasNews(String unitCode, String month) {
        return !database.createNativeQuery("select 1 from fund_receipts r where " + TOLD + " limit 1")
                .setParameter("unit", unitCode)
                .setParameter("month", month)
                .setParameter("fresh", true)
                .getResultList()
                .isEmpty();
    }

    /** What keeps those receipts from being reported, with pointers {@code /receipts/<code>}. */
    public List<Finding> open(String unitCode, String month) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select r.code, r.blocking, r.explaining from fund_receipts r
                        where %s and r.blocking + r.explaining > 0 order by r.code limit :most""".formatted(TOLD), Tuple.class)
                .setParameter("unit", unitCode)
                .setParameter("month", month)
                .setParameter("fresh", true)
                .setParameter("most", MOST)
                .getResultList();
        return rows.stream()
                .map(row -> {
                    String code = row.get("code", String.class);
                    int open = row.get("blocking", Integer.class) + row.get("explaining", Integer.class);
                    return Finding.of(
                            "STATE",
                            "/receipts/" + code,
                            Map.of(
                                    "problem",
                                    new Text(
                                            "到位资金 " + code + " 还有 " + open + " 项未处理，请在资金台账中补正",
                                            "Receipt " + code + " has " + open + " findings to settle in the ledger")));
                })
                .toList();
    }

    /** V15: none where ledger and regional system agree. */
    public List<Finding> difference(String unitCode) {
        Entered sums = entered(unitCode, true);
        BigDecimal apart = sums.ledgerYuan().subtract(sums.enteredYuan());
        return apart.signum() == 0
                ? List.of()
                : List.of(Finding.of(
                        "V15",
                        "/entryDifferenceReason",
                        Map.of(
                                "ledger", Money.inWords(sums.ledgerYuan()),
                                "entered", Money.inWords(sums.enteredYuan()),
                                "difference", Money.inWords(apart.abs()))));
    }

    /** @param fresh with what no report has told yet */
    public Entered entered(String unitCode, boolean fresh) {
        Tuple sums = (Tuple) database.createNativeQuery("""
                        select coalesce(sum(amount_yuan), 0) ledger, coalesce(sum(entered_amount_yuan), 0) entered
                        from fund_receipts where unit_code = :unit and proof_verdict is distinct from 'SAME'
                            and (:fresh or reported_month is not null)""", Tuple.class)
                .setParameter("unit", unitCode)
                .setParameter("fresh", fresh)
                .getSingleResult();
        return new Entered(
                PlainNumber.of(sums.get("ledger", BigDecimal.class)),
                PlainNumber.of(sums.get("entered", BigDecimal.class)));
    }

    /**
     * The unit's report of that month is submitted: it tells of all that is whole and that none told before, and what it tells is
     * closed. Each is a version more, so that whoever is changing one meanwhile has not seen it as it is now.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void report(String unitCode, String month) {
        database.createNativeQuery("""
                        update fund_receipts r set reported_month = :month, locked = true, version = r.version + 1
                        where %s and not r.locked and r.blocking + r.explaining = 0""".formatted(TOLD))
                .setParameter("unit", unitCode)
                .setParameter("month", month)
                .setParameter("fresh", true)
                .executeUpdate();
    }

    /** The report went back, and what it tells of receipts may be corrected. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reopen(String unitCode, String month) {
        database.createNativeQuery("""
                        update fund_receipts set locked = false, version = version + 1
                        where unit_code = :unit and reported_month = :month and locked""")
                .setParameter("unit", unitCode)
                .setParameter("month", month)
                .executeUpdate();
    }

    /** What that month's report tells. @param fresh with what no report has told yet */
    public Told told(String unitCode, String month, boolean fresh) {
        Tuple sums =
                (Tuple) database.createNativeQuery("""
                        select count(*) receipts, coalesce(sum(r.amount_yuan), 0) told,
                            coalesce(sum(r.amount_yuan) filter (where r.received_on < :january), 0) past,
                            coalesce(sum(r.amount_yuan) filter (where %1$s), 0) outside,
                            coalesce(sum(r.amount_yuan) filter (where %1$s and r.received_on < :january), 0) outside_past
                        from %2$s where %3$s""".formatted(Counting.ASSESSED, FundSums.SOURCE, TOLD), Tuple.class)
                        .setParameter("unit", unitCode)
                        .setParameter("month", month)
                        .setParameter("fresh", fresh)
                        .setParameter("january", LocalDate.parse(month.substring(0, 4) + "-01-01"))
                        .getSingleResult();
        return new Told(
                sums.get("receipts", Long.class).intValue(),
                PlainNumber.of(sums.get("told", BigDecimal.class)),
                PlainNumber.of(sums.get("past", BigDecimal.class)),
                PlainNumber.of(sums.get("outside", BigDecimal.class)),
                PlainNumber.of(sums.get("outside_past", BigDecimal.class)));
    }

    /** The receipts that it tells, by code. */
    public List<Line> lines(String unitCode, String month, boolean fresh) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                        select r.code, r.signed_project, r.received_on, r.amount_yuan, r.origin, r.entered_amount_yuan
                        from fund_receipts r where %s and r.blocking = 0 order by r.code limit :most""".formatted(TOLD), Tuple.class)
                .setParameter("unit", unitCode)
                .setParameter("month", month)
                .setParameter("fresh", fresh)
                .setParameter("most", MOST)
                .getResultList();
        return rows.stream()
                .map(row -> new Line(
                        row.get("code", String.class),
                        row.get("signed_project", String.class),
                        row.get("received_on", LocalDate.class),
                        PlainNumber.of(row.get("amount_yuan", BigDecimal.class)),
                        row.get("origin", String.class),
                        PlainNumber.orNull(row.get("entered_amount_yuan", BigDecimal.class))))
                .toList();
    }

    /** Codes of the receipts that it tells, for those who point at one. */
    public List<String> codes(String unitCode, String month, boolean fresh) {
        return database.createNativeQuery(
                        "select r.code from fund_receipts r where " + TOLD + " order by r.code limit :most",
                        String.class)
                .setParameter("unit", unitCode)
                .setParameter("month", month)
                .setParameter("fresh", fresh)
                .setParameter("most", MOST)
                .getResultList();
    }
}
