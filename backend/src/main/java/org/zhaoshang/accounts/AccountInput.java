package org.zhaoshang.accounts;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Role;

/** What the administrator writes of a new account. */
@Schema(name = "AccountInput")
record AccountInput(
        @Schema(
                required = true,
                description = "Lower case, 2 to 50 of a-z 0-9 . _ -; fixed once the account exists",
                examples = "150622-zhang")
        String username,

        @Schema(required = true) String displayName,
        @Schema(required = true) List<Role> roles,

        @Nullable
        @Schema(nullable = true, description = "Of the reporting unit for its people, absent for those of the city")
        String unitCode,

        @Schema(required = true, format = "password", description = "To be changed at the first sign-in")
        String password) {

    @Override
    public String toString() {
        return "AccountInput[" + username + "]";
    }

    /** What can be changed of an account. */
    @Schema(name = "AccountChange")
    record Change(
            @Schema(required = true) String displayName,
            @Schema(required = true) List<Role> roles,
            @Nullable String unitCode,

            @Schema(required = true, description = "A disabled account can not sign in, and its sessions end")
            boolean disabled) {

        static Change of(Account account) {
            return new Change(account.displayName(), account.roles(), account.unitCode(), account.disabled());
        }
    }
}
