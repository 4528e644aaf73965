package org.zhaoshang.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.secrets.Passwords;
import org.zhaoshang.shared.time.CityClock;

/** Lets people in again who forgot their password or tried it too often. */
@Path("users/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "users")
class AccountAccessResource {
    private static final Text REFUSED = new Text("密码未重置，请按提示调整", "The password was not set: see errors");

    private final AccountChanges changes;
    private final SignIn signIn;
    private final Passwords passwords;
    private final CurrentCaller caller;
    private final CityClock clock;

    AccountAccessResource(
            AccountChanges changes, SignIn signIn, Passwords passwords, CurrentCaller caller, CityClock clock) {
        this.changes = changes;
        this.signIn = signIn;
        this.passwords = passwords;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "PasswordReset")
    record PasswordReset(
            @NotNull @Size(max = 1024) @Schema(format = "password")
            String newPassword) {
        @Override
        public String toString() {
            return "PasswordReset[…]";
        }
    }

    @POST
    @Path("/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.ACCOUNTS_ADMIN)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Set an initial password",
            description = "It must be changed at the next sign-in; all sessions end and a lock is lifted.")
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "409", description = "One's own password is changed with the current one")
    @APIResponse(responseCode = "412", description = "Changed meanwhile; `current` holds the account")
    @APIResponse(responseCode = "422", description = "The password is too easy")
    public RestResponse<AccountView> resetPassword(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @Valid @NotNull PasswordReset reset) {
        Account account = changes.held(id, ifMatch);
        AccountPermits.require(AccountPermits.Action.PASSWORD, account, caller.get());
        List<Finding> findings = signIn.check(reset.newPassword(), account.username(), "/newPassword");
        if (!findings.isEmpty()) {
            throw Problem.unprocessable(REFUSED, findings);
        }
        JsonNode before = changes.document(account);
        account.changePassword(passwords.hash(reset.newPassword()), true, clock.now());
        changes.endSessions(account, "password-reset");
        changes.unlock(account, reason);
        changes.record(account, "reset-password", reason, before);
        return changes.answer(account);
    }

    @POST
    @Path("/unlock")
    @PermissionsAllowed(Permission.ACCOUNTS_ADMIN)
    @Transactional
    @Idempotent
    @Operation(summary = "Forget failed sign-ins, so that the person can try again at once")
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now; unlocking an unlocked one changes nothing",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "412", description = "Changed meanwhile; `current` holds the account")
    public RestResponse<AccountView> unlockUser(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        Account account = changes.held(id, ifMatch);
        changes.unlock(account, reason);
        return changes.answer(account);
    }
}
