package org.zhaoshang.accounts;

import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.embedded.EmbeddedSettings;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.secrets.Passwords;
import org.zhaoshang.shared.secrets.SecuritySettings;
import org.zhaoshang.shared.seed.Seed;
import org.zhaoshang.shared.start.StartRefused;
import org.zhaoshang.shared.time.CityClock;

/**
 * The account from which a new installation's others are made: {@code admin}, with a password that its operator chose and
 * that has to be changed at the first sign-in. Once there is any account the setting means nothing.
 */
@ApplicationScoped
class FirstAdministrator implements Seed {
    private static final String USERNAME = "admin";
    private static final String HOW = "set ZHAOSHANG_SECURITY_FIRST_ADMINISTRATOR_PASSWORD to a password of your choice"
            + " for the account `" + USERNAME + "`; it is asked to change it at the first sign-in.";

    private final Accounts accounts;
    private final SecuritySettings settings;
    private final EmbeddedSettings start;
    private final Passwords passwords;
    private final AccountDocument documents;
    private final Trail trail;
    private final CityClock clock;

    FirstAdministrator(
            Accounts accounts,
            SecuritySettings settings,
            EmbeddedSettings start,
            Passwords passwords,
            AccountDocument documents,
            Trail trail,
            CityClock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.start = start;
        this.passwords = passwords;
        this.documents = documents;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ACCOUNTS;
    }

    @Override
    public void plant() {
        if (start.demonstration() || accounts.count() > 0) {
            return;
        }
        String password = settings.firstAdministratorPassword()
                .orElseThrow(() -> new StartRefused("Nobody can sign in to a new installation: " + HOW));
        List<Finding> wrong = PasswordPolicy.named(settings.passwordPolicy()).check(password, USERNAME, "");
        if (!wrong.isEmpty()) {
            throw new StartRefused("The first administrator's password is refused ("
                    + wrong.getFirst().in(Language.EN).message() + "): " + HOW);
        }
        Account account =
                new Account(USERNAME, "系统管理员", List.of(Role.ADMIN), null, passwords.hash(password), clock.now());
        account.expectNewPassword();
        accounts.persist(account);
        trail.change(
                Caller.SYSTEM,
                new Subject("account", account.id().toString(), null),
                "create",
                null,
                0,
                NullNode.getInstance(),
                documents.of(account));
    }
}
