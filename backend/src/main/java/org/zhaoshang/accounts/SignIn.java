package org.zhaoshang.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.secrets.Hashed;
import org.zhaoshang.shared.secrets.Passwords;
import org.zhaoshang.shared.secrets.SecuritySettings;
import org.zhaoshang.shared.secrets.Token;
import org.zhaoshang.shared.time.CityClock;

/**
 * Opens, renews and ends sessions. No transaction is open while a password is hashed: that takes longer than anything in
 * the database, and would hold a connection for nothing.
 */
@ApplicationScoped
class SignIn {
    private static final Text REFUSED = new Text("用户名或密码不正确", "User name or password is wrong");
    private static final Text ENDED = new Text("登录已失效，请重新登录", "The session has ended: sign in again");

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInLimits limits;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final Trail trail;
    private final CityClock clock;
    private final ReentrantLock[] turns =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    SignIn(
            Accounts accounts,
            Sessions sessions,
            SignInLimits limits,
            Passwords passwords,
            SecuritySettings settings,
            Trail trail,
            CityClock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
        this.passwords = passwords;
        this.policy = PasswordPolicy.named(settings.passwordPolicy());
        this.trail = trail;
        this.clock = clock;
    }

    record Opened(Account account, UUID session, Token refresh) {}

    /** @throws Problem 401 with the same words and after the same time whatever was wrong, 429 while locked */
    Opened signIn(String username, String password, String address) {
        SignInLimits.Attempt attempt = SignInLimits.Attempt.ofAccount(username, address);
        return inTurn(attempt, () -> signIn(username, password, attempt));
    }

    private Opened signIn(String username, String password, SignInLimits.Attempt attempt) {
        limits.begin(attempt);
        Account account = QuarkusTransaction.requiringNew()
                .call(() -> accounts.byUsername(username))
                .orElse(null);
        if (!isRight(account, password) || account == null || account.disabled()) {
            throw refused(account, attempt);
        }
        Hashed renewed = passwords.isOutdated(account.password()) ? passwords.hash(password) : null;
        return QuarkusTransaction.requiringNew().call(() -> open(account, renewed, attempt));
    }

    /** @throws Problem 401 for a token that is unknown, over, or used before; the last ends the session */
    Opened renew(Token token) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sessions.present(token).flatMap(presented -> renew(presented, token)))
                .orElseThrow(() -> Problem.of(401, ENDED));
    }

    void signOut(Token token) {
        QuarkusTransaction.requiringNew()
                .run(() -> sessions.present(token)
                        .filter(Sessions.Presented::running)
                        .ifPresent(presented -> signOut(presented.session(), presented.account())));
    }

    void signOut(UUID session, UUID accountId) {
        QuarkusTransaction.joiningExisting().run(() -> {
            sessions.end(session, "sign-out");
            accounts.findByIdOptional(accountId)
                    .ifPresent(account -> note(account.asCaller(), account, "sign-out", null));
        });
    }

    /** Ends all other sessions. @param keep the session in which the password is changed */
    void changePassword(UUID accountId, UUID keep, String current, String wanted, String address) {
        Account account = QuarkusTransaction.requiringNew().call(() -> accounts.findById(accountId));
        SignInLimits.Attempt attempt = SignInLimits.Attempt.ofAccount(account.username(), address);
        inTurn(attempt, () -> changePassword(account, keep, current, wanted, attempt));
    }

    private boolean changePassword(
            Account account, UUID keep, String current, String wanted, SignInLimits.Attempt attempt) {
        limits.begin(attempt);
        if (!isRight(account, current)) {
            QuarkusTransaction.requiringNew().run(() -> {
                note(account.asCaller(), account, "change-password-refused", null);
                limits.failed(attempt, account.asCaller(), subject(account));
            });
            throw refused("/currentPassword", new Text("与当前密码不符", "is not the current password"));
        }
        QuarkusTransaction.requiringNew().run(() -> limits.succeed(attempt));
        List<Finding> findings = policy.check(wanted, account.username(), "/newPassword");
        if (findings.isEmpty() && current.equals(wanted)) {
            throw refused("/newPassword", new Text("不能与当前密码相同", "must differ from the current one"));
        }
        if (!findings.isEmpty()) {
            throw refused(findings);
        }
        Hashed hashed = passwords.hash(wanted);
        QuarkusTransaction.requiringNew().run(() -> {
            Account now = accounts.lock(account.id())
                    .filter(locked -> locked.password().equals(account.password()))
                    .orElseThrow(() -> Problem.conflict(new Text("密码刚刚被修改", "The password was just changed")));
            now.changePassword(hashed, false, clock.now());
            sessions.endAll(account.id(), keep, "password-change");
            note(now.asCaller(), now, "change-password", null);
        });
        return true;
    }

    /** The policy's findings, for accounts that someone else sets a password for. */
    List<Finding> check(String password, String username, String pointer) {
        return policy.check(password, username, pointer);
    }

    /** Attempts for one name follow one another, so that many right ones at once do not look like guessing. */
    private <T> T inTurn(SignInLimits.Attempt attempt, Supplier<T> work) {
        ReentrantLock turn = turns[Math.floorMod(attempt.name().hashCode(), turns.length)];
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private boolean isRight(@Nullable Account account, String password) {
        if (account == null || !Passwords.isPlain(password)) {
            passwords.matchNobody("x");
            return false;
        }
        return passwords.matches(password, account.password());
    }

    private Problem refused(@Nullable Account account, SignInLimits.Attempt attempt) {
        QuarkusTransaction.requiringNew().run(() -> {
            // What was typed is not kept: it may be a password in the wrong field.
            Caller who = account == null ? Caller.SYSTEM : account.asCaller();
            Subject subject = account == null ? new Subject("account", "unknown", null) : subject(account);
            boolean disabled = account != null && account.disabled();
            trail.note(who, subject, "sign-in-refused", disabled ? "disabled" : null);
            limits.failed(attempt, who, subject);
        });
        return Problem.of(401, REFUSED);
    }

    private Opened open(Account seen, @Nullable Hashed renewed, SignInLimits.Attempt attempt) {
        Account account = accounts.lock(seen.id())
                .filter(now -> !now.disabled() && now.password().equals(seen.password()))
                .orElseThrow(() -> Problem.of(401, REFUSED));
        if (renewed != null) {
            account.changePassword(renewed, account.mustChangePassword(), account.passwordChangedAt());
        }
        if (policy.isDue(account.passwordChangedAt(), clock.now())) {
            account.expectNewPassword();
        }
        limits.succeed(attempt);
        limits.forgetOld();
        sessions.forgetOld();
        accounts.signedIn(account.id(), clock.now());
        Sessions.Opened session = sessions.open(account.id());
        note(account.asCaller(), account, "sign-in", null);
        return new Opened(account, session.id(), session.refresh());
    }

    private Optional<Opened> renew(Sessions.Presented presented, Token token) {
        Account account = accounts.findById(presented.account());
        if (!presented.running() || account.disabled()) {
            return Optional.empty();
        }
        if (presented.used()) {
            sessions.end(presented.session(), "refresh-token-reused");
            note(account.asCaller(), account, "session-ended", "refresh-token-reused");
            return Optional.empty();
        }
        return Optional.of(new Opened(account, presented.session(), sessions.rotate(presented.session(), token)));
    }

    private void note(Caller who, Account account, String action, @Nullable String reason) {
        trail.note(who, subject(account), action, reason);
    }

    private static Subject subject(Account account) {
        return new Subject("account", account.id().toString(), account.unitCode());
    }

    private static Problem refused(String pointer, Text problem) {
        Text label =
                pointer.equals("/newPassword") ? new Text("新密码", "New password") : new Text("当前密码", "Current password");
        return refused(List.of(Finding.of("FORMAT", pointer, java.util.Map.of("label", label, "problem", problem))));
    }

    private static Problem refused(List<Finding> findings) {
        return Problem.unprocessable(new Text("密码未修改，请按提示调整", "The password was not changed: see errors"), findings);
    }
}
