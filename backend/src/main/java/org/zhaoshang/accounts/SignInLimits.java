package org.zhaoshang.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.secrets.SecuritySettings;

/**
 * Slows guessing: by name, existing or not, and by address. Counts are kept in transactions of their own, so they survive
 * whatever becomes of the sign-in.
 */
@ApplicationScoped
public class SignInLimits {
    private static final Duration KEPT = Duration.ofDays(2);

    private static final String ACCOUNT = "account:";
    private static final String CLIENT = "client:";
    private static final String ADDRESS = "address:";
    /** The action under which the trail keeps that a limit was reached. */
    private static final String LOCKED = "lock-out";

    private final EntityManager database;
    private final SecuritySettings settings;
    private final Trail trail;

    SignInLimits(EntityManager database, SecuritySettings settings, Trail trail) {
        this.database = database;
        this.settings = settings;
        this.trail = trail;
    }

    /** A name and the address it is tried from. */
    public record Attempt(String name, String address) {
        public static Attempt ofAccount(String username, String address) {
            return new Attempt(ACCOUNT + username.strip().toLowerCase(Locale.ROOT), ADDRESS + address);
        }

        public static Attempt ofClient(String clientId, String address) {
            return new Attempt(CLIENT + clientId, ADDRESS + address);
        }
    }

    /** @throws Problem 429 while the name or the address is locked */
    public void check(Attempt attempt) {
        begin(attempt, false);
    }

    /**
     * As {@link #check}, and counts the attempt against its name until it succeeds: for people, whose passwords are checked
     * slowly, so that a hundred attempts at once are no more guesses than a hundred in a row.
     */
    void begin(Attempt attempt) {
        begin(attempt, true);
    }

    /**
     * Joins the transaction that notes the failure, and notes whom it locked.
     *
     * @param who whose name was tried, the system where it is nobody's
     * @param subject the same as the trail names it
     */
    void failed(Attempt attempt, Caller who, Subject subject) {
        Instant now = Instant.now();
        if (find(attempt.name(), now).lockedAt(now)) {
            trail.note(who, subject, LOCKED, null);
        }
        failedFrom(attempt);
    }

    /** As {@link #failed}, for an attempt that was not counted when it began. */
    public void failedUncounted(Attempt attempt, Caller who, Subject subject) {
        if (count(attempt.name(), settings.accountLimit())) {
            trail.note(who, subject, LOCKED, null);
        }
        failedFrom(attempt);
    }

    private void failedFrom(Attempt attempt) {
        if (count(attempt.address(), settings.addressLimit())) {
            String address = attempt.address().substring(ADDRESS.length());
            trail.note(Caller.SYSTEM, new Subject("address", address, null), LOCKED, null);
        }
    }

    /** Joins the transaction of the sign-in. An address is not forgiven: else one good account would hide many bad tries. */
    public void succeed(Attempt attempt) {
        unlock(attempt.name());
    }

    private void begin(Attempt attempt, boolean counted) {
        Wait wait = QuarkusTransaction.requiringNew().call(() -> {
            Instant now = Instant.now();
            if (counted) {
                lock(attempt.name(), now);
            }
            Failures name = find(attempt.name(), now);
            long byName = secondsLeft(name, now);
            long byAddress = secondsLeft(find(attempt.address(), now), now);
            if (byName > 0 || byAddress > 0) {
                return byName >= byAddress
                        ? new Wait(settings.accountLimit(), "sign-in", byName)
                        : new Wait(settings.addressLimit(), "sign-in-address", byAddress);
            }
            if (counted) {
                store(attempt.name(), name.attempt(settings.accountLimit(), now));
            }
            return new Wait(settings.accountLimit(), "sign-in", 0);
        });
        if (wait.seconds() > 0) {
            long minutes = (wait.seconds() + 59) / 60;
            throw Problem.tooManyRequests(
                    new Text(
                            "登录失败次数过多，请 " + minutes + " 分钟后再试，或联系系统管理员解锁",
                            "Too many failed attempts: try again in " + minutes + " min or ask the administrator"),
                    wait.policy(),
                    wait.limit().failures(),
                    wait.limit().within(),
                    wait.seconds());
        }
    }

    private record Wait(SecuritySettings.Limit limit, String policy, long seconds) {}

    /** True if there were failures to forget. */
    boolean unlock(String name) {
        return database.createNativeQuery("delete from sign_in_failures where subject = :subject")
                        .setParameter("subject", name)
                        .executeUpdate()
                > 0;
    }

    /** Until when which of these user names are locked. */
    Map<String, Instant> locked(List<String> usernames) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery("""
                select subject, locked_until from sign_in_failures
                where subject = any(:subjects) and locked_until > :now
                """, Tuple.class)
                .setParameter(
                        "subjects",
                        usernames.stream().map(name -> ACCOUNT + name).toArray(String[]::new))
                .setParameter("now", Instant.now())
                .getResultList();
        Map<String, Instant> locked = new HashMap<>();
        rows.forEach(row -> locked.put(
                row.get("subject", String.class).substring(ACCOUNT.length()), row.get("locked_until", Instant.class)));
        return locked;
    }

    void forgetOld() {
        database.createNativeQuery("""
                delete from sign_in_failures where subject in
                    (select subject from sign_in_failures where since < :before for update skip locked)
                """)
                .setParameter("before", Instant.now().minus(KEPT))
                .executeUpdate();
    }

    /** True if this one reached the limit. */
    private boolean count(String subject, SecuritySettings.Limit limit) {
        Instant now = Instant.now();
        lock(subject, now);
        Failures before = find(subject, now);
        if (before.lockedAt(now)) {
            return false;
        }
        Failures after = before.attempt(limit, now);
        store(subject, after);
        return after.lockedAt(now);
    }

    private void lock(String subject, Instant now) {
        database.createNativeQuery("""
                insert into sign_in_failures (subject, failures, since, lockouts) values (:subject, 0, :now, 0)
                on conflict (subject) do nothing
                """)
                .setParameter("subject", subject)
                .setParameter("now", now)
                .executeUpdate();
        database.createNativeQuery("select 1 from sign_in_failures where subject = :subject for update")
                .setParameter("subject", subject)
                .getResultList();
    }

    private Failures find(String subject, Instant now) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(
                        "select failures, since, locked_until, lockouts from sign_in_failures where subject = :subject",
                        Tuple.class)
                .setParameter("subject", subject)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Failures(
                        row.get("failures", Integer.class),
                        row.get("since", Instant.class),
                        row.get("locked_until", Instant.class),
                        row.get("lockouts", Integer.class)))
                .orElse(Failures.none(now));
    }

    private void store(String subject, Failures failures) {
        database.createNativeQuery("""
                update sign_in_failures set failures = :failures, since = :since,
                    locked_until = cast(:locked as timestamptz), lockouts = :lockouts
                where subject = :subject
                """)
                .setParameter("failures", failures.failures())
                .setParameter("since", failures.since())
                .setParameter(
                        "locked",
                        failures.lockedUntil() == null
                                ? null
                                : failures.lockedUntil().toString())
                .setParameter("lockouts", failures.lockouts())
                .setParameter("subject", subject)
                .executeUpdate();
    }

    private static long secondsLeft(Failures failures, Instant now) {
        return failures.lockedAt(now) && failures.lockedUntil() != null
                ? Duration.between(now, failures.lockedUntil()).toSeconds() + 1
                : 0;
    }
}
