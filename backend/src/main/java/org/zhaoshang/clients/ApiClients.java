package org.zhaoshang.clients;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.zhaoshang.shared.search.Conditions;

/** All API clients. */
@ApplicationScoped
class ApiClients implements PanacheRepositoryBase<ApiClient, UUID> {
    private final DataSource connections;

    ApiClients(DataSource connections) {
        this.connections = connections;
    }

    /** Who holds a token that still counts: read at every request. */
    record Holder(UUID id, String clientId, String name, String unitCode, List<String> scopes, List<String> networks) {}

    Optional<ApiClient> byClientId(String clientId) {
        return find("clientId", clientId).firstResultOptional();
    }

    /** Held until the transaction ends, so that what is decided on the client is still true when it is written. */
    Optional<ApiClient> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    long count(Conditions conditions) {
        return (long) conditions
                .bind(getEntityManager()
                        .createNativeQuery("select count(*) from api_clients c where " + conditions.where()))
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    List<ApiClient> after(Conditions conditions, String order, int most) {
        return conditions
                .bind(getEntityManager()
                        .createNativeQuery(
                                "select c.* from api_clients c where %s order by %s limit :most"
                                        .formatted(conditions.where(), order),
                                ApiClient.class))
                .setParameter("most", most)
                .getResultList();
    }

    void used(UUID id, Instant now) {
        getEntityManager()
                .createNativeQuery("update api_clients set last_used_at = :now where id = :id")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /**
     * Plain JDBC, since it runs before the request has a persistence context. Empty for a client that was disabled, ran out,
     * moved to another unit or got a new secret since the token was issued.
     */
    Optional<Holder> holder(UUID id, String unitCode, long generation, LocalDate today) throws SQLException {
        try (Connection connection = connections.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select id, client_id, name, unit_code, scopes, allowed_networks from api_clients
                        where id = ? and unit_code = ? and generation = ? and not disabled
                            and (expires_on is null or expires_on >= ?)
                        """)) {
            query.setObject(1, id);
            query.setString(2, unitCode);
            query.setLong(3, generation);
            query.setObject(4, today);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Holder(
                                row.getObject("id", UUID.class),
                                row.getString("client_id"),
                                row.getString("name"),
                                row.getString("unit_code"),
                                texts(row.getArray("scopes")),
                                texts(row.getArray("allowed_networks"))))
                        : Optional.empty();
            }
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
