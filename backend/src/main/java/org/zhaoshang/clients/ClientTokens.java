package org.zhaoshang.clients;

import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.zhaoshang.accounts.AccessTokens;

/**
 * What a client's token says: which client, what was granted, and for which unit and secret. The last two let a request
 * tell that the client has moved or was given a new secret since.
 */
@Singleton
class ClientTokens {
    private static final String UNIT = "unit";
    private static final String GENERATION = "gen";

    private final AccessTokens tokens;

    ClientTokens(AccessTokens tokens) {
        this.tokens = tokens;
    }

    record Claims(UUID client, String unitCode, long generation, Set<String> scopes) {}

    String issue(ApiClient client, Collection<String> scopes) {
        return tokens.sign(Jwt.subject(client.id().toString())
                .claim(AccessTokens.SCOPE, Scopes.written(scopes))
                .claim(UNIT, client.unitCode())
                .claim(GENERATION, client.generation()));
    }

    long lifetimeSeconds() {
        return tokens.lifetimeSeconds();
    }

    static boolean isClients(JsonWebToken token) {
        return token.containsClaim(AccessTokens.SCOPE);
    }

    /** Empty for one that no server of ours has written so. */
    static Optional<Claims> read(JsonWebToken token) {
        if (token.containsClaim(AccessTokens.SESSION)
                || !(token.getClaim(AccessTokens.SCOPE) instanceof String scope)
                || !(token.getClaim(UNIT) instanceof String unit)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Claims(
                    UUID.fromString(token.getSubject()),
                    unit,
                    Long.parseLong(String.valueOf(token.<Object>getClaim(GENERATION))),
                    Scopes.read(scope)));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
