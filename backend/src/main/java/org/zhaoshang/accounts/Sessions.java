package org.zhaoshang.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.secrets.SecuritySettings;
import org.zhaoshang.shared.secrets.Token;

/**
 * Sessions and their refresh tokens. A session is one sign-in; its refresh tokens follow one another, and one that is used
 * twice was stolen or copied, which ends the session. Times are the machine's, as in {@link AccessTokens}.
 */
@ApplicationScoped
class Sessions {
    private final EntityManager database;
    private final DataSource connections;
    private final SecuritySettings.Session lifetimes;

    Sessions(EntityManager database, DataSource connections, SecuritySettings settings) {
        this.database = database;
        this.connections = connections;
        this.lifetimes = settings.session();
    }

    record Opened(UUID id, Token refresh) {}

    /**
     * @param running whether both session and token are within their time
     * @param used whether the token was presented before
     */
    record Presented(UUID session, UUID account, boolean running, boolean used) {}

    /** Who holds a running session: read at every request. */
    record Holder(
            UUID account,
            String username,
            String displayName,
            Set<Role> roles,
            @Nullable String unitCode,
            boolean mustChangePassword) {}

    Opened open(UUID account) {
        Instant now = Instant.now();
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        database.createNativeQuery("""
                insert into sessions (id, account_id, started_at, expires_at) values (:id, :account, :now, :expires)
                """)
                .setParameter("id", id)
                .setParameter("account", account)
                .setParameter("now", now)
                .setParameter("expires", now.plus(lifetimes.longest()))
                .executeUpdate();
        return new Opened(id, issue(id));
    }

    /**
     * Finds the session of a refresh token and locks it: of several uses at once the first renews, and every later one
     * sees that the token is used.
     */
    Optional<Presented> present(Token token) {
        List<?> sessions = database.createNativeQuery("""
                select s.id from sessions s where s.id = (select session_id from refresh_tokens where digest = :digest)
                for update
                """)
                .setParameter("digest", token.hashed().value())
                .getResultList();
        if (sessions.isEmpty()) {
            return Optional.empty();
        }
        Tuple row = (Tuple) database.createNativeQuery("""
                select s.id, s.account_id, t.used_at is not null used,
                    s.ended_at is null and s.expires_at > :now and t.expires_at > :now running
                from refresh_tokens t join sessions s on s.id = t.session_id where t.digest = :digest
                """, Tuple.class)
                .setParameter("digest", token.hashed().value())
                .setParameter("now", Instant.now())
                .getSingleResult();
        return Optional.of(new Presented(
                row.get("id", UUID.class),
                row.get("account_id", UUID.class),
                row.get("running", Boolean.class),
                row.get("used", Boolean.class)));
    }

    /** Uses up a token and gives its successor. */
    Token rotate(UUID session, Token used) {
        database.createNativeQuery("update refresh_tokens set used_at = :now where digest = :digest")
                .setParameter("now", Instant.now())
                .setParameter("digest", used.hashed().value())
                .executeUpdate();
        return issue(session);
    }

    void end(UUID session, String because) {
        database.createNativeQuery(
                        "update sessions set ended_at = :now, ended_because = :because where id = :id and ended_at is null")
                .setParameter("now", Instant.now())
                .setParameter("because", because)
                .setParameter("id", session)
                .executeUpdate();
    }

    /** @param except the session to keep, if any */
    void endAll(UUID account, @Nullable UUID except, String because) {
        database.createNativeQuery("""
                update sessions set ended_at = :now, ended_because = :because
                where account_id = :account and ended_at is null and id is distinct from cast(:except as uuid)
                """)
                .setParameter("now", Instant.now())
                .setParameter("because", because)
                .setParameter("account", account)
                .setParameter("except", except == null ? null : except.toString())
                .executeUpdate();
    }

    /** Sessions over for so long that nobody can present one of their tokens any more. */
    void forgetOld() {
        database.createNativeQuery("""
                delete from sessions where id in
                    (select id from sessions where expires_at < :before for update skip locked)
                """)
                .setParameter("before", Instant.now().minus(lifetimes.longest()))
                .executeUpdate();
    }

    /** Plain JDBC, since it runs before the request has a persistence context. */
    Optional<Holder> holder(UUID session, UUID account) throws SQLException {
        try (Connection connection = connections.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select a.id, a.username, a.display_name, a.roles, a.unit_code, a.must_change_password
                        from sessions s join accounts a on a.id = s.account_id
                        where s.id = ? and a.id = ? and s.ended_at is null and s.expires_at > now() and not a.disabled
                        """)) {
            query.setObject(1, session);
            query.setObject(2, account);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(holder(row)) : Optional.empty();
            }
        }
    }

    private static Holder holder(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        return new Holder(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("display_name"),
                roles,
                row.getString("unit_code"),
                row.getBoolean("must_change_password"));
    }

    private Token issue(UUID session) {
        Token token = Token.draw();
        Instant now = Instant.now();
        database.createNativeQuery("""
                insert into refresh_tokens (digest, session_id, issued_at, expires_at)
                values (:digest, :session, :now, :expires)
                """)
                .setParameter("digest", token.hashed().value())
                .setParameter("session", session)
                .setParameter("now", now)
                .setParameter("expires", now.plus(lifetimes.idle()))
                .executeUpdate();
        return token;
    }
}
