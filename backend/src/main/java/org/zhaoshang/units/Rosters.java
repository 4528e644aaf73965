package org.zhaoshang.units;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The units' responsibility rosters. */
@ApplicationScoped
public class Rosters implements PanacheRepositoryBase<Roster, String> {
    Optional<Roster> ofUnit(String unitCode) {
        return findByIdOptional(unitCode);
    }

    /** Office telephones as they were typed: projects that share one of these are no duplicates for that. */
    public Set<String> telephones() {
        return values("select officePhone from Roster where officePhone is not null");
    }

    /** Office addresses as they were typed; see {@link #telephones}. */
    public Set<String> addresses() {
        return values("select officeAddress from Roster where officeAddress is not null");
    }

    private Set<String> values(String query) {
        List<String> found = getEntityManager().createQuery(query, String.class).getResultList();
        return new HashSet<>(found);
    }
}
