package org.zhaoshang.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;

/** The demonstration's people as callers, with what their role grants: they plant what they would do over HTTP. */
@ApplicationScoped
public class DemonstrationPeople {
    private static final String BUREAU = "bureau";

    private final Accounts accounts;

    DemonstrationPeople(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Who writes and submits for that unit. */
    public Caller reporter(String unitCode) {
        return caller(unitCode.toLowerCase(Locale.ROOT), Role.REPORTER, unitCode);
    }

    /** Who reviews. */
    public Caller bureau() {
        return caller(BUREAU, Role.BUREAU, null);
    }

    private Caller caller(String username, Role role, @Nullable String unitCode) {
        Account account = accounts.byUsername(username).orElseThrow();
        return new Caller(
                account.id(),
                Caller.Kind.PERSON,
                account.username(),
                account.displayName(),
                Set.of(role),
                unitCode,
                role.permissions());
    }
}
