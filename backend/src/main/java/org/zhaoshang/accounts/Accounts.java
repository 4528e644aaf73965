package org.zhaoshang.accounts;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

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

    void signedIn(UUID id, Instant now) {
        getEntityManager()
                .createNativeQuery("update accounts set last_sign_in_at = :now where id = :id")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }
}
