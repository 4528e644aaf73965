package org.zhaoshang.notifications;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Role;

/**
 * Who is told: everyone who can sign in and meets all that is stated. A notice stays with those people only as long as they are
 * still who it was addressed to: whoever leaves a unit or an office no longer reads what was said to it.
 *
 * @param roles at least one of these; empty for any
 * @param unitCode of that unit; null for any
 * @param account that person; null for any
 */
public record Audience(
        Set<Role> roles,
        @Nullable String unitCode,
        @Nullable UUID account) {
    public Audience {
        roles = Set.copyOf(roles);
        if (roles.isEmpty() && unitCode == null && account == null) {
            throw new IllegalArgumentException("a notice to everyone is none");
        }
    }

    /** The unit's reporters and leads. */
    public static Audience unit(String unitCode) {
        return new Audience(Role.OF_A_UNIT, unitCode, null);
    }

    /** The unit's leads alone. */
    public static Audience leadsOf(String unitCode) {
        return new Audience(Set.of(Role.UNIT_LEAD), unitCode, null);
    }

    /** The reporters and leads of every unit. */
    public static Audience units() {
        return new Audience(Role.OF_A_UNIT, null, null);
    }

    /** Everyone of the city's bureau. */
    public static Audience bureau() {
        return all(Role.BUREAU);
    }

    /** Everyone of a role. */
    public static Audience all(Role role) {
        return new Audience(Set.of(role), null, null);
    }

    /** One person, in whatever role. */
    public static Audience person(UUID account) {
        return new Audience(Set.of(), null, account);
    }
}
