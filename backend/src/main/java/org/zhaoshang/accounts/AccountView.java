package org.zhaoshang.accounts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.rules.WhyNot;
import org.zhaoshang.shared.time.CityClock;

/** An account as the administrator and the auditor see it. */
@Schema(name = "Account")
record AccountView(
        @Schema(required = true) UUID id,
        @Schema(required = true) long version,
        @Schema(required = true, examples = "150622") String username,

        @Schema(required = true, examples = "准格尔旗填报人（示例）") String displayName,

        @Schema(required = true) List<Role> roles,
        @Nullable @Schema(examples = "150622") String unitCode,
        @Schema(required = true) boolean disabled,

        @Nullable @Schema(description = "Locked after failed sign-ins until then")
        OffsetDateTime lockedUntil,

        @Nullable OffsetDateTime lastSignInAt,
        @Schema(required = true) boolean mustChangePassword,
        @Schema(required = true) OffsetDateTime createdAt,

        @Schema(required = true, examples = "[\"edit\", \"disable\", \"password\"]")
        List<String> allowedActions,

        @Schema(required = true) List<WhyNot> whyNot) {

    static AccountView of(Account account, @Nullable Instant lockedUntil, Caller caller, Language language) {
        return new AccountView(
                account.id(),
                account.version(),
                account.username(),
                account.displayName(),
                account.roles(),
                account.unitCode(),
                account.disabled(),
                CityClock.localOrNull(lockedUntil),
                CityClock.localOrNull(account.lastSignInAt()),
                account.mustChangePassword(),
                CityClock.local(account.createdAt()),
                AccountPermits.allowed(account, lockedUntil, caller),
                AccountPermits.whyNot(account, lockedUntil, caller, language));
    }
}
