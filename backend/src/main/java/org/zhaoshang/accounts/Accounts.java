package org.zhaoshang.accounts;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.zhaoshang.shared.search.Conditions;

/** All accounts. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, UUID> {

    /** User names know no upper case: 1506A1 and 1506a1 are one. */
    public Optional<Account> byUsername(String username) {
        return find("username", username.strip().toLowerCase(Locale.ROOT)).firstResultOptional();
    }

    /** Held until the transaction ends, so that what is decided on the account is still true when it is written. */
    Optional<Account> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    long count(Conditions conditions) {
        return (long) conditions
                .bind(getEntityManager()
                        .createNativeQuery("select count(*) from accounts a where " + conditions.where()))
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    List<Account> after(Conditions conditions, String order, int most) {
        return conditions
                .bind(getEntityManager()
                        .createNativeQuery(
                                "select a.* from accounts a where %s order by %s limit :most"
                                        .formatted(conditions.where(), order),
                                Account.class))
                .setParameter("most", most)
                .getResultList();
    }

    /**
     * How many administrators can sign in. All are held until the transaction ends, always in the same order: of two that
     * disable one another the second sees what the first did.
     */
    long holdAdministrators() {
        List<?> disabled = getEntityManager()
                .createNativeQuery("select disabled from accounts where 'ADMIN' = any(roles) order by id for update")
                .getResultList();
        return disabled.stream().filter(Boolean.FALSE::equals).count();
    }

    void signedIn(UUID id, Instant now) {
        getEntityManager()
                .createNativeQuery("update accounts set last_sign_in_at = :now where id = :id")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }
}
