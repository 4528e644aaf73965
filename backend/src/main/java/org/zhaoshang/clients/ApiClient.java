package org.zhaoshang.clients;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.secrets.Hashed;
import org.zhaoshang.shared.secrets.Token;

/** A script or system that reports for one unit (API 客户端). */
@Entity
@Table(name = "api_clients")
class ApiClient {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "client_id")
    private String clientId;

    private String name;

    @Column(name = "unit_code")
    private String unitCode;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> scopes;

    @Column(name = "allowed_networks")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> allowedNetworks;

    @Column(name = "expires_on")
    private @Nullable LocalDate expiresOn;

    private boolean disabled;

    @Column(name = "secret_algorithm")
    private String secretAlgorithm;

    @Column(name = "secret_digest")
    private String secretDigest;

    /** How many secrets it has had: tokens got with an earlier one are refused. */
    private long generation;

    /** Written apart from the entity: using it is no new version of the client. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected ApiClient() {}

    /** What the administrator grants; {@link ApiClientRules} checks it. */
    record Grant(
            String name,
            List<String> scopes,
            List<String> allowedNetworks,
            @Nullable LocalDate expiresOn,
            boolean disabled) {}

    ApiClient(String clientId, String unitCode, Grant grant, Token secret, Instant now) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.clientId = clientId;
        this.unitCode = unitCode;
        this.name = grant.name();
        this.scopes = Scopes.sorted(grant.scopes());
        this.allowedNetworks = List.copyOf(grant.allowedNetworks());
        this.expiresOn = grant.expiresOn();
        this.disabled = grant.disabled();
        this.secretAlgorithm = secret.hashed().algorithm();
        this.secretDigest = secret.hashed().value();
        this.generation = 1;
        this.createdAt = now;
    }

    void regrant(Grant grant) {
        name = grant.name();
        scopes = Scopes.sorted(grant.scopes());
        allowedNetworks = List.copyOf(grant.allowedNetworks());
        expiresOn = grant.expiresOn();
        disabled = grant.disabled();
    }

    /** The old secret ends at once, and the tokens got with it. */
    void rotate(Token secret) {
        secretAlgorithm = secret.hashed().algorithm();
        secretDigest = secret.hashed().value();
        generation++;
    }

    Grant grant() {
        return new Grant(name, List.copyOf(scopes), List.copyOf(allowedNetworks), expiresOn, disabled);
    }

    /** Whether it has run out by that day; its last day still counts. */
    boolean isExpired(LocalDate today) {
        return expiresOn != null && expiresOn.isBefore(today);
    }

    /** As the trail names it; what it may do is decided at each request, not here. */
    Caller asCaller() {
        return new Caller(id, Caller.Kind.CLIENT, clientId, name, Set.of(), unitCode, Set.of());
    }

    boolean hasSecret(Token presented) {
        return presented.matches(new Hashed(secretAlgorithm, secretDigest));
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String clientId() {
        return clientId;
    }

    String name() {
        return name;
    }

    String unitCode() {
        return unitCode;
    }

    List<String> scopes() {
        return List.copyOf(scopes);
    }

    List<String> allowedNetworks() {
        return List.copyOf(allowedNetworks);
    }

    @Nullable
    LocalDate expiresOn() {
        return expiresOn;
    }

    boolean disabled() {
        return disabled;
    }

    long generation() {
        return generation;
    }

    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    Instant createdAt() {
        return createdAt;
    }
}
