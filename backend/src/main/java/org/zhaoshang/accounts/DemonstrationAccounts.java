package org.zhaoshang.accounts;

import com.fasterxml.jackson.databind.node.NullNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.secrets.Hashed;
import org.zhaoshang.shared.secrets.Passwords;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.shared.seed.Seed;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** The people of the demonstration, from {@code data/demonstration-accounts.csv}, and two for each reporting unit. */
@ApplicationScoped
class DemonstrationAccounts implements Seed {
    private static final String PASSWORD = "Ordos-demo-2021";

    private final Accounts accounts;
    private final Units units;
    private final Passwords passwords;
    private final AccountDocument documents;
    private final Trail trail;
    private final CityClock clock;

    DemonstrationAccounts(
            Accounts accounts,
            Units units,
            Passwords passwords,
            AccountDocument documents,
            Trail trail,
            CityClock clock) {
        this.accounts = accounts;
        this.units = units;
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
    public boolean forDemonstration() {
        return true;
    }

    @Override
    public void plant() {
        List<Person> missing = DataFile.rows("demonstration-accounts.csv").stream()
                .flatMap(row -> row.getField("username").contains("{unit}")
                        ? units.reporting().stream().map(unit -> new Person(row, unit.code(), unit.name()))
                        : Stream.of(new Person(row, null, "")))
                .filter(person -> accounts.byUsername(person.username()).isEmpty())
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Hashed one = passwords.hash(PASSWORD); // for all of them: thirty of their own would double the first start
        missing.forEach(person -> create(person, one));
    }

    private void create(Person person, Hashed password) {
        Account account = new Account(
                person.username(), person.displayName(), person.roles(), person.unitCode(), password, clock.now());
        accounts.persist(account);
        trail.change(
                Caller.SYSTEM,
                new Subject("account", account.id().toString(), account.unitCode()),
                "create",
                "data/demonstration-accounts.csv",
                0,
                NullNode.getInstance(),
                documents.of(account));
    }

    private record Person(
            String username,
            String displayName,
            List<Role> roles,
            @Nullable String unitCode) {
        Person(NamedCsvRecord row, @Nullable String unitCode, String unitName) {
            this(
                    row.getField("username")
                            .replace("{unit}", String.valueOf(unitCode))
                            .toLowerCase(Locale.ROOT),
                    row.getField("display_name").replace("{unit}", unitName),
                    Arrays.stream(row.getField("roles").split(";"))
                            .map(Role::valueOf)
                            .toList(),
                    unitCode);
        }
    }
}
