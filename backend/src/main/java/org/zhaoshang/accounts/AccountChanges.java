package org.zhaoshang.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;

/** What every change of an account by the administrator has in common: the version seen, the trail, the answer. */
@ApplicationScoped
class AccountChanges {
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInLimits limits;
    private final AccountDocument documents;
    private final Trail trail;
    private final CurrentCaller caller;
    private final CurrentLanguage language;

    AccountChanges(
            Accounts accounts,
            Sessions sessions,
            SignInLimits limits,
            AccountDocument documents,
            Trail trail,
            CurrentCaller caller,
            CurrentLanguage language) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
        this.documents = documents;
        this.trail = trail;
        this.caller = caller;
        this.language = language;
    }

    /** The account, held until the transaction ends. @throws Problem 404, 428, 412 with the account as it is */
    Account held(UUID id, @Nullable String ifMatch) {
        Account account = accounts.lock(id).orElseThrow(Problem::notFound);
        Revision.require(ifMatch, account.version(), () -> view(account));
        return account;
    }

    /** With the next click the person is asked to sign in again. */
    void endSessions(Account account, String because) {
        sessions.endAll(account.id(), null, because);
    }

    /** Writes the change and its trail. @param before the document before, null node when it was created */
    void record(Account account, String action, @Nullable String reason, JsonNode before) {
        accounts.flush();
        trail.change(caller.get(), subject(account), action, reason, account.version(), before, documents.of(account));
    }

    /** Forgets failed sign-ins; true if there were any. */
    boolean unlock(Account account, @Nullable String reason) {
        boolean unlocked = limits.unlock(
                SignInLimits.Attempt.ofAccount(account.username(), "").name());
        if (unlocked) {
            trail.note(caller.get(), subject(account), "unlock", reason);
        }
        return unlocked;
    }

    JsonNode document(Account account) {
        return documents.of(account);
    }

    AccountView view(Account account) {
        return views(List.of(account)).getFirst();
    }

    List<AccountView> views(List<Account> some) {
        Map<String, Instant> locked =
                limits.locked(some.stream().map(Account::username).toList());
        return some.stream()
                .map(account -> AccountView.of(account, locked.get(account.username()), caller.get(), language.get()))
                .toList();
    }

    RestResponse<AccountView> answer(Account account) {
        return RestResponse.ResponseBuilder.ok(view(account)).tag(tag(account)).build();
    }

    EntityTag tag(Account account) {
        return Revision.tag(account.version());
    }

    private static Subject subject(Account account) {
        return new Subject("account", account.id().toString(), account.unitCode());
    }
}
