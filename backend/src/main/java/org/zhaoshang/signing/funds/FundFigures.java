package org.zhaoshang.signing.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.signing.SignedProjectFigures;

/** What came for signed projects, unit by unit, over all units in one statement; whoever shows it minds whose it is. */
@ApplicationScoped
public class FundFigures {
    private final EntityManager database;
    private final SignedProjectFigures projects;

    FundFigures(EntityManager database, SignedProjectFigures projects) {
        this.database = database;
        this.projects = projects;
    }

    /**
     * Yuan in place for the projects of the filter, of whatever year and origin, as reported up to the month; a proof that is
     * another's is left out. By unit, as what is agreed is: shares split it (V35).
     *
     * @param filter by the names of the query parameters of the list of signed projects
     */
    public Map<String, BigDecimal> inPlace(Map<String, String> filter, YearMonth month) {
        Conditions conditions = projects.conditions(filter)
                .and(
                        "r.reported_month <= :figureMonth and r.proof_verdict is distinct from 'SAME'",
                        Map.of("figureMonth", month.toString()));
        @SuppressWarnings("unchecked")
        List<Tuple> rows = conditions
                .bind(database.createNativeQuery("""
                        select coalesce(part."unitCode", p.unit_code) unit_code,
                            round(sum(r.amount_yuan * coalesce(part.percent, 100) / 100), 2) amount
                        from signed_projects p join fund_receipts r on r.signed_project_id = p.id
                            left join lateral jsonb_to_recordset(p.shares) part("unitCode" text, percent numeric) on true
                        where %s group by 1""".formatted(conditions.where()), Tuple.class))
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("unit_code", String.class),
                        row -> PlainNumber.of(row.get("amount", BigDecimal.class))));
    }
}
