package org.zhaoshang.accounts;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.zhaoshang.shared.secrets.SecuritySettings;
import org.zhaoshang.shared.secrets.SigningKey;

/**
 * Signs access tokens, and says how they are verified: by our key and algorithm only, whatever a token's header claims.
 * A token says who it is for and no more; what its bearer may do is looked up at each request. Its times are those of the
 * machine, not of the city's clock, which a demonstration may set back years.
 */
@Singleton
public class AccessTokens {
    /** The claim that holds a person's session; a machine's token has none. */
    public static final String SESSION = "sid";

    /** The claim that holds what a machine may do; a person's token has none. */
    public static final String SCOPE = "scope";

    private static final String ISSUER = "zhaoshang";
    private static final String AUDIENCE = "zhaoshang-api";
    /** Two servers' clocks are never quite the same. */
    private static final int CLOCK_SKEW_SECONDS = 5;

    private final SigningKey key;
    private final Duration lifetime;

    AccessTokens(SigningKey key, SecuritySettings settings) {
        this.key = key;
        this.lifetime = settings.session().accessToken();
    }

    String forSession(UUID account, UUID session) {
        return sign(Jwt.subject(account.toString()).claim(SESSION, session.toString()));
    }

    /** @param claims the subject and what else the token's kind needs; issuer, audience and times are added */
    public String sign(JwtClaimsBuilder claims) {
        return claims.issuer(ISSUER)
                .audience(AUDIENCE)
                .expiresIn(lifetime)
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .sign(key.privateKey());
    }

    public long lifetimeSeconds() {
        return lifetime.toSeconds();
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    JWTAuthContextInfo verification() {
        JWTAuthContextInfo how = new JWTAuthContextInfo();
        how.setPublicVerificationKey(key.publicKey());
        how.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
        how.setIssuedBy(ISSUER);
        how.setExpectedAudience(Set.of(AUDIENCE));
        how.setRequiredClaims(Set.of("sub"));
        how.setClockSkew(CLOCK_SKEW_SECONDS);
        return how;
    }
}
