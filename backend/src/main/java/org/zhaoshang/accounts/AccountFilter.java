package org.zhaoshang.accounts;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;

/** What the accounts can be narrowed by. Comma is "or". */
class AccountFilter {
    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private static final List<Order<Account>> ORDERS = Stream.of(
                    Order.bothWays("username", "a.username", Cursor.Kind.TEXT, Account::username, Account::id),
                    Order.bothWays(
                            "displayName", "a.display_name", Cursor.Kind.TEXT, Account::displayName, Account::id),
                    Order.bothWays("createdAt", "a.created_at", Cursor.Kind.INSTANT, Account::createdAt, Account::id),
                    Order.<Account>bothWays(
                            "lastSignInAt",
                            "coalesce(a.last_sign_in_at, 'epoch')",
                            Cursor.Kind.INSTANT,
                            account -> Objects.requireNonNullElse(account.lastSignInAt(), Instant.EPOCH),
                            Account::id))
            .flatMap(both -> both)
            .toList();

    @QueryParam("q")
    @Parameter(description = "Any substring of two or more characters of user name and name")
    @Nullable
    String q;

    @QueryParam("unitCode")
    @Nullable
    String unitCode;

    @QueryParam("role")
    @Parameter(description = "Accounts with one of these roles")
    @Nullable
    String role;

    @QueryParam("disabled")
    @Parameter(schema = @Schema(implementation = Boolean.class))
    @Nullable
    String disabled;

    @QueryParam("locked")
    @Parameter(description = "Locked after failed sign-ins", schema = @Schema(implementation = Boolean.class))
    @Nullable
    String locked;

    @QueryParam("sort")
    @Parameter(
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {
                                "username",
                                "-username",
                                "displayName",
                                "-displayName",
                                "createdAt",
                                "-createdAt",
                                "lastSignInAt",
                                "-lastSignInAt"
                            },
                            defaultValue = "username"))
    @Nullable
    String sort;

    Conditions conditions() {
        return new Conditions()
                .substring("q", "a.username || ' ' || a.display_name", q)
                .oneOf("unitCode", "a.unit_code", unitCode)
                .anyOf("role", "a.roles", role, ROLES)
                .flag("disabled", "a.disabled", disabled)
                .flag("locked", """
                        exists (select 1 from sign_in_failures f
                            where f.subject = 'account:' || a.username and f.locked_until > now())""", locked);
    }

    Order<Account> order(Conditions conditions) {
        return Order.chosen(sort, ORDERS, conditions);
    }
}
