package org.zhaoshang.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that a token's signature and claims were verified, which costs more than most answers; a token comes with every
 * request for a quarter of an hour. Its end is looked at each time, and so, elsewhere, are session, account and client.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class VerifiedTokens extends JWTCallerPrincipalFactory {
    /** People and machines at work at once, by far; about 3 kB each. */
    private static final int MOST = 2000;
    /** A signing key that is taken out of use ends what it signed after this long at the latest. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final JWTCallerPrincipalFactory verifying = new DefaultJWTCallerPrincipalFactory();
    private final Cache<String, JWTCallerPrincipal> verified = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(KEPT)
            .executor(Runnable::run)
            .build();

    @Override
    public JWTCallerPrincipal parse(@Nullable String token, JWTAuthContextInfo how) throws ParseException {
        JWTCallerPrincipal known = token == null ? null : verified.getIfPresent(token);
        if (known != null && known.getExpirationTime() > Instant.now().getEpochSecond()) {
            return known;
        }
        JWTCallerPrincipal principal = verifying.parse(token, how);
        if (token != null) {
            verified.put(token, principal);
        }
        return principal;
    }
}
