package org.zhaoshang.shared.secrets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Keys, sessions and limits of signing in. */
@ConfigMapping(prefix = "zhaoshang.security")
public interface SecuritySettings {
    /** PKCS #8 PEM file of the RSA key (at least 2048 bits) that signs access tokens; owed by a production start. */
    Optional<Path> signingKeyFile();

    /** Which row of {@code data/password-policies.csv} holds: "asvs" or "gbt22239"; the two contradict each other. */
    @WithDefault("asvs")
    String passwordPolicy();

    /** Of the account {@code admin}, in an installation that has no account yet; owed by its first start. */
    Optional<String> firstAdministratorPassword();

    Session session();

    /** Wrong passwords for one user name, or wrong secrets for one client. */
    Limit accountLimit();

    /** Wrong ones from one address for whatever name; milder, because an office shares an address. */
    Limit addressLimit();

    interface Limit {
        int failures();

        /** After so long without reaching the limit, counting begins anew. */
        Duration within();

        /** The first pause; each further one within a day is twice as long. */
        Duration pause();

        Duration longestPause();
    }

    interface Session {
        /** Short, though every request asks the database as well: a token that leaks is soon worthless. */
        @WithDefault("10M")
        Duration accessToken();

        /** A refresh token not used for so long ends the session. */
        @WithDefault("8H")
        Duration idle();

        /** After so long one signs in again, used or not. */
        @WithDefault("24H")
        Duration longest();
    }
}
