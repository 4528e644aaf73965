package org.zhaoshang.clients;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.accounts.SignInLimits;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.time.CityClock;

/** Gives clients their tokens: the signing in of machines, slowed and recorded as that of people. */
@ApplicationScoped
class TokenGrants {
    /** What an id can look like; anything else is nobody's, and must not reach the database. */
    private static final Pattern CLIENT_ID = Pattern.compile("[a-z0-9][a-z0-9-]{3,63}");

    private static final String WRONG = "client id or secret is wrong";

    private final ApiClients clients;
    private final ClientTokens tokens;
    private final SignInLimits limits;
    private final Trail trail;
    private final CityClock clock;

    TokenGrants(ApiClients clients, ClientTokens tokens, SignInLimits limits, Trail trail, CityClock clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.limits = limits;
        this.trail = trail;
        this.clock = clock;
    }

    record Granted(String token, long seconds, List<String> scopes) {
        @Override
        public String toString() {
            return "Granted[…]";
        }
    }

    /**
     * @throws OAuthError.Refused as RFC 6749 has it
     * @throws Problem 429 while the client or the address is locked
     */
    Granted grant(TokenRequest request, String address) {
        boolean readable = CLIENT_ID.matcher(request.clientId()).matches();
        SignInLimits.Attempt attempt = SignInLimits.Attempt.ofClient(readable ? request.clientId() : "?", address);
        limits.check(attempt);
        Optional<ApiClient> found = readable
                ? QuarkusTransaction.requiringNew().call(() -> clients.byClientId(request.clientId()))
                : Optional.empty();
        if (found.isEmpty() || !found.get().hasSecret(request.secret())) {
            refuse(found.orElse(null), attempt);
            throw OAuthError.client(WRONG);
        }
        ApiClient client = found.get();
        barred(client, address).ifPresent(why -> {
            QuarkusTransaction.requiringNew().run(() -> note(client, "token-refused", why));
            throw OAuthError.client(why);
        });
        List<String> scopes = narrowed(client, request.scope());
        QuarkusTransaction.requiringNew().run(() -> {
            limits.succeed(attempt);
            clients.used(client.id(), clock.now());
            note(client, "token", null);
        });
        return new Granted(tokens.issue(client, scopes), tokens.lifetimeSeconds(), scopes);
    }

    private void refuse(@Nullable ApiClient client, SignInLimits.Attempt attempt) {
        QuarkusTransaction.requiringNew().run(() -> {
            // What was typed is not kept: it may be the secret in the wrong place.
            Caller who = client == null ? Caller.SYSTEM : client.asCaller();
            Subject subject = client == null ? new Subject("client", "unknown", null) : subject(client);
            trail.note(who, subject, "token-refused", null);
            limits.failedUncounted(attempt, who, subject);
        });
    }

    /** Told only to one who knows the secret. */
    private Optional<String> barred(ApiClient client, String address) {
        if (client.disabled()) {
            return Optional.of("the client is disabled");
        }
        if (client.isExpired(clock.today())) {
            return Optional.of("the client has expired");
        }
        return ClientCaller.isAllowed(client.allowedNetworks(), address)
                ? Optional.empty()
                : Optional.of("the client may not call from this address");
    }

    private static List<String> narrowed(ApiClient client, @Nullable String wanted) {
        if (wanted == null) {
            return client.scopes();
        }
        Set<String> scopes = Scopes.read(wanted);
        if (scopes.isEmpty() || !client.scopes().containsAll(scopes)) {
            throw OAuthError.scope("the client has: " + Scopes.written(client.scopes()));
        }
        return Scopes.sorted(scopes);
    }

    private void note(ApiClient client, String action, @Nullable String reason) {
        trail.note(client.asCaller(), subject(client), action, reason);
    }

    private static Subject subject(ApiClient client) {
        return new Subject("client", client.id().toString(), client.unitCode());
    }
}
