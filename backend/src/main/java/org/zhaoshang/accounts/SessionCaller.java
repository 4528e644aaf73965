package org.zhaoshang.accounts;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.GrantedCaller;
import org.zhaoshang.shared.language.Text;

/**
 * Turns a verified token of a person into the caller. The account is read at each request, so one who was disabled, moved,
 * signed out or whose password changed is refused with the next click, not when the token runs out.
 */
@ApplicationScoped
class SessionCaller implements SecurityIdentityAugmentor {
    private static final Text CHANGE_PASSWORD =
            new Text("请先修改初始密码（或已到期的密码）", "Change your initial or expired password first");

    private final Sessions sessions;

    SessionCaller(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.containsClaim(AccessTokens.SCOPE)) {
            return Uni.createFrom().item(identity); // nobody, or a machine
        }
        return context.runBlocking(() -> withCaller(identity, token));
    }

    private SecurityIdentity withCaller(SecurityIdentity identity, JsonWebToken token) {
        Sessions.Holder holder =
                holder(token).orElseThrow(() -> new AuthenticationFailedException("the session has ended"));
        return holder.mustChangePassword()
                ? QuarkusSecurityIdentity.builder(GrantedCaller.grant(identity, caller(holder)))
                        .addAttribute(CurrentCaller.RESTRICTION, CHANGE_PASSWORD)
                        .build()
                : GrantedCaller.grant(identity, caller(holder));
    }

    private Optional<Sessions.Holder> holder(JsonWebToken token) {
        Object session = token.getClaim(AccessTokens.SESSION);
        try {
            return sessions.holder(UUID.fromString(String.valueOf(session)), UUID.fromString(token.getSubject()));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        } catch (SQLException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }

    /** One who has to change a password first may do that and nothing else. */
    private static Caller caller(Sessions.Holder holder) {
        Set<String> permissions = new HashSet<>();
        if (!holder.mustChangePassword()) {
            holder.roles().forEach(role -> permissions.addAll(role.permissions()));
        }
        return new Caller(
                holder.account(),
                Caller.Kind.PERSON,
                holder.username(),
                holder.displayName(),
                holder.roles(),
                holder.unitCode(),
                permissions);
    }
}
