package org.zhaoshang.shared.caller;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: a person, a machine, or the system itself.
 *
 * @param name the user name or client id, as the trail keeps it
 * @param unitCode the reporting unit the caller belongs to; null for those of the city
 * @param permissions by role for people, by scope for clients
 */
public record Caller(
        UUID id,
        Kind kind,
        String name,
        String displayName,
        Set<Role> roles,
        @Nullable String unitCode,
        Set<String> permissions) {

    public enum Kind {
        PERSON,
        CLIENT,
        SYSTEM
    }

    /** What the product does by itself: reference data, demonstration data, reminders. */
    public static final Caller SYSTEM =
            new Caller(new UUID(0, 0), Kind.SYSTEM, "system", "系统", Set.of(), null, Set.of());

    public Caller {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAnyOf(Collection<Role> some) {
        return some.stream().anyMatch(roles::contains);
    }

    /** Whether a row of that unit is the caller's own to write. */
    public boolean belongsTo(String unit) {
        return unit.equals(unitCode);
    }
}
