package org.zhaoshang.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.secrets.Hashed;

/** A person who can sign in. */
@Entity
@Table(name = "accounts")
public class Account {
    @Id
    private UUID id;

    @Version
    private long version;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Role> roles;

    @Column(name = "unit_code")
    private @Nullable String unitCode;

    private boolean disabled;

    @Column(name = "password_algorithm")
    private String passwordAlgorithm;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "password_changed_at")
    private Instant passwordChangedAt;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    /** Written apart from the entity: signing in is no new version of the account. */
    @Column(name = "last_sign_in_at", insertable = false, updatable = false)
    private @Nullable Instant lastSignInAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /** @param unitCode of the reporting unit for its people, else null; {@link AccountRules} checks that it fits the roles */
    Account(
            String username,
            String displayName,
            Collection<Role> roles,
            @Nullable String unitCode,
            Hashed password,
            Instant now) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.username = username;
        this.displayName = displayName;
        this.roles = List.copyOf(EnumSet.copyOf(roles));
        this.unitCode = unitCode;
        this.passwordAlgorithm = password.algorithm();
        this.passwordHash = password.value();
        this.passwordChangedAt = now;
        this.createdAt = now;
    }

    void describe(String displayName, Collection<Role> roles, @Nullable String unitCode, boolean disabled) {
        this.displayName = displayName;
        this.roles = List.copyOf(EnumSet.copyOf(roles));
        this.unitCode = unitCode;
        this.disabled = disabled;
    }

    /** @param initial set by someone else, hence to be changed before anything else */
    void changePassword(Hashed password, boolean initial, Instant now) {
        this.passwordAlgorithm = password.algorithm();
        this.passwordHash = password.value();
        this.passwordChangedAt = now;
        this.mustChangePassword = initial;
    }

    void expectNewPassword() {
        this.mustChangePassword = true;
    }

    /** As the trail names this person; what one may do is decided at each request, not here. */
    Caller asCaller() {
        return new Caller(id, Caller.Kind.PERSON, username, displayName, roleSet(), unitCode, Set.of());
    }

    public UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    Set<Role> roleSet() {
        return Set.copyOf(roles);
    }

    /** In the order of the role table. */
    List<Role> roles() {
        return roles.stream().sorted().toList();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    @Nullable
    String unitCode() {
        return unitCode;
    }

    public boolean disabled() {
        return disabled;
    }

    Hashed password() {
        return new Hashed(passwordAlgorithm, passwordHash);
    }

    Instant passwordChangedAt() {
        return passwordChangedAt;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    @Nullable
    Instant lastSignInAt() {
        return lastSignInAt;
    }

    Instant createdAt() {
        return createdAt;
    }
}
