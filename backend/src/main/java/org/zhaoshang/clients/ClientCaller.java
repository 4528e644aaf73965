package org.zhaoshang.clients;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.GrantedCaller;
import org.zhaoshang.shared.time.CityClock;

/**
 * Turns a verified token of a client into the caller. The client is read at each request, so one that was disabled, ran
 * out, moved, got a new secret or calls from elsewhere is refused at once, and a scope taken from it is gone.
 */
@ApplicationScoped
class ClientCaller implements SecurityIdentityAugmentor {
    private final ApiClients clients;
    private final CityClock clock;

    ClientCaller(ApiClients clients, CityClock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || !ClientTokens.isClients(token)) {
            return Uni.createFrom().item(identity); // nobody, or a person
        }
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        String address =
                request == null ? null : request.request().remoteAddress().hostAddress();
        return context.runBlocking(() -> withCaller(identity, token, address));
    }

    private SecurityIdentity withCaller(SecurityIdentity identity, JsonWebToken token, @Nullable String address) {
        return ClientTokens.read(token)
                .flatMap(claims -> holder(claims)
                        .filter(holder -> isAllowed(holder.networks(), address))
                        .map(holder -> GrantedCaller.grant(identity, caller(holder, claims.scopes()))))
                .orElseThrow(() -> new AuthenticationFailedException("the client may not act"));
    }

    private Optional<ApiClients.Holder> holder(ClientTokens.Claims claims) {
        try {
            return clients.holder(claims.client(), claims.unitCode(), claims.generation(), clock.today());
        } catch (SQLException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }

    /** Whether a call from there is one of the client's; no list stands for everywhere. */
    static boolean isAllowed(List<String> networks, @Nullable String address) {
        return networks.isEmpty() || address != null && networks.stream().anyMatch(network -> holds(network, address));
    }

    private static boolean holds(String network, String address) {
        try {
            return Network.parse(network).holds(address);
        } catch (Network.Unreadable neverStored) {
            return false;
        }
    }

    private static Caller caller(ApiClients.Holder holder, Set<String> granted) {
        Set<String> permissions = new HashSet<>(granted);
        permissions.retainAll(holder.scopes());
        return new Caller(
                holder.id(),
                Caller.Kind.CLIENT,
                holder.clientId(),
                holder.name(),
                Set.of(),
                holder.unitCode(),
                permissions);
    }
}
