package org.zhaoshang.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.Given;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.secrets.Passwords;
import org.zhaoshang.shared.time.CityClock;

/** Accounts of their own for tests that lock, disable or move them; their password is the demonstration's. */
@ApplicationScoped
public class GivenAccount {
    private final Accounts accounts;
    private final Passwords passwords;
    private final CityClock clock;

    GivenAccount(Accounts accounts, Passwords passwords, CityClock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** A reporter of the unit, with a user name nobody else has. */
    public Account reporterOf(String unitCode) {
        return with(Role.REPORTER, unitCode);
    }

    /** One of the city's people. */
    public Account with(Role role) {
        return with(role, null);
    }

    private Account with(Role role, @Nullable String unitCode) {
        Account account = new Account(
                "t-" + UUID.randomUUID().toString().substring(0, 13),
                "测试填报人",
                List.of(role),
                unitCode,
                passwords.hash(Given.PASSWORD),
                clock.now());
        QuarkusTransaction.requiringNew().run(() -> accounts.persist(account));
        return account;
    }
}
