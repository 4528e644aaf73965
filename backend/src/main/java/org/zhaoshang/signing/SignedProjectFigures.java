package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.PlainNumber;
import org.zhaoshang.shared.search.Conditions;

/**
 * Figures of signed projects, unit by unit: by the very conditions of the list, so that a figure is the length of the list that
 * it opens. Over all units, one statement each; whoever shows them minds whose they are.
 */
@ApplicationScoped
public class SignedProjectFigures {
    private static final RowScope CITY = new RowScope(RowScope.Breadth.ALL, null, null);

    private final EntityManager database;
    private final SignedProjectList list;

    SignedProjectFigures(EntityManager database, SignedProjectList list) {
        this.database = database;
        this.list = list;
    }

    /** A unit's part of what is agreed, in yuan. */
    public record Agreed(BigDecimal amountYuan, BigDecimal outsideYuan) {}

    /**
     * How many there are by reporting unit; a unit without any is left out.
     *
     * @param filter by the names of the list's query parameters
     */
    public Map<String, BigDecimal> counts(Map<String, String> filter) {
        return rows(
                        "select p.unit_code, count(*) n from signed_projects p where %s group by p.unit_code",
                        conditions(filter))
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get("unit_code", String.class),
                        row -> BigDecimal.valueOf(row.get("n", Long.class))));
    }

    /** What is agreed by contracts that stand on the day, by unit: shares split amounts (V35). */
    public Map<String, Agreed> contracted(Map<String, String> filter, LocalDate day) {
        Conditions conditions = conditions(filter)
                .and(
                        "c.agreement_kind = 'CONTRACT' and c.valid_from <= :figureDay and c.valid_to > :figureDay",
                        Map.of("figureDay", day));
        return rows("""
                        select c.unit_code, sum(c.amount_yuan) amount, sum(c.outside_yuan) outside
                        from signed_projects p join signing_credits c on c.signed_project_id = p.id
                        where %s group by c.unit_code""", conditions).stream()
                .collect(Collectors.toMap(
                        row -> row.get("unit_code", String.class),
                        row -> new Agreed(
                                PlainNumber.of(row.get("amount", BigDecimal.class)),
                                PlainNumber.of(row.get("outside", BigDecimal.class)))));
    }

    /** The list's conditions over projects {@code p}, for figures of what hangs on them. @param filter as of {@link #counts} */
    public Conditions conditions(Map<String, String> filter) {
        SignedProjectFilter asked = new SignedProjectFilter();
        asked.take(filter);
        return list.conditions(asked, CITY);
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, Conditions conditions) {
        return conditions
                .bind(database.createNativeQuery(sql.formatted(conditions.where()), Tuple.class))
                .getResultList();
    }
}
