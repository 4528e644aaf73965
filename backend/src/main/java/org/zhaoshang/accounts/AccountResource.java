package org.zhaoshang.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.fields.CodeList;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.secrets.Passwords;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** The people who can sign in: the administrator keeps them, the auditor reads them. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "users", description = "Accounts of people: roles, unit, initial password, lock-out.")
class AccountResource {
    private static final Text TAKEN = new Text("已有这个用户名的账号", "There is an account of this user name");
    private static final Text REFUSED = new Text("账号未保存，请按提示修改", "The account was not saved: see errors");

    private final Accounts accounts;
    private final AccountChanges changes;
    private final SignIn signIn;
    private final Passwords passwords;
    private final CurrentCaller caller;
    private final CityClock clock;
    private final ObjectMapper json;
    private final Body creation;
    private final Body change;

    AccountResource(
            Accounts accounts,
            AccountChanges changes,
            SignIn signIn,
            Passwords passwords,
            Units units,
            CurrentCaller caller,
            CityClock clock,
            ObjectMapper json) {
        this.accounts = accounts;
        this.changes = changes;
        this.signIn = signIn;
        this.passwords = passwords;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
        CodeList codes = (list, code) -> list.equals("reportingUnits") && units.reports(code);
        this.creation = new Body(AccountRules.FORM, codes, json);
        this.change = new Body(Form.load("account-change"), codes, json);
    }

    @GET
    @PermissionsAllowed(Permission.ACCOUNTS_READ)
    @Operation(summary = "List accounts")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<AccountView> listUsers(@BeanParam AccountFilter filter, @BeanParam Paging paging) {
        Conditions conditions = paging.check(filter.conditions());
        Order<Account> order = filter.order(conditions);
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Long total = paging.isCounted() ? accounts.count(conditions) : null;
        List<Account> rows =
                accounts.after(order.after(filter.conditions(), "a", paging.cursor), order.by("a"), paging.limit() + 1);
        Page<Account> page = order.page(rows, paging.limit(), total);
        return new Page<>(changes.views(page.items()), page.nextCursor(), page.total());
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permission.ACCOUNTS_READ)
    @Operation(summary = "One account")
    @APIResponse(responseCode = "200", description = "The account; ETag is its version")
    @APIResponse(responseCode = "404", description = "No such account")
    public RestResponse<AccountView> getUser(@PathParam("id") UUID id) {
        return changes.answer(accounts.findByIdOptional(id).orElseThrow(Problem::notFound));
    }

    /** The password is hashed within the transaction that the key needs: an administrator does so now and then. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.ACCOUNTS_ADMIN)
    @Transactional
    @Idempotent
    @Operation(summary = "Create an account with an initial password")
    @APIResponse(
            responseCode = "201",
            description = "The account; its password must be changed at the first sign-in",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "409", description = "The user name is taken")
    @APIResponse(responseCode = "422", description = "Roles and unit do not fit, or the password is too easy")
    public RestResponse<AccountView> createUser(
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(content = @Content(schema = @Schema(implementation = AccountInput.class))) @Nullable
                    JsonNode body) {
        AccountInput input = creation.create(body, AccountInput.class);
        String username = input.username().toLowerCase(Locale.ROOT);
        // As it was typed: the form strips blanks, which may be part of a password.
        String password = Objects.requireNonNull(body).get("password").textValue();
        List<Finding> findings = new ArrayList<>(AccountRules.checkUsername(username));
        findings.addAll(AccountRules.check(input.roles(), input.unitCode()));
        findings.addAll(signIn.check(password, username, "/password"));
        refuse(findings);
        if (accounts.byUsername(username).isPresent()) {
            throw Problem.conflict(TAKEN, List.of(Finding.of("STATE", "/username", Map.of("problem", TAKEN))));
        }
        Account account = new Account(
                username, input.displayName(), input.roles(), input.unitCode(), passwords.hash(password), clock.now());
        account.expectNewPassword();
        accounts.persistAndFlush(account);
        changes.record(account, "create", reason, NullNode.getInstance());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, changes.view(account))
                .location(URI.create("users/" + account.id()))
                .tag(changes.tag(account))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @PermissionsAllowed(Permission.ACCOUNTS_ADMIN)
    @Transactional
    @Operation(
            summary = "Change an account",
            description = "Moving, disabling or another role ends the person's sessions at once.")
    @APIResponse(responseCode = "200", description = "The account as it is now")
    @APIResponse(responseCode = "409", description = "One's own account, or the last enabled administrator")
    @APIResponse(responseCode = "412", description = "Changed meanwhile; `current` holds the account")
    @APIResponse(responseCode = "422", description = "Roles and unit do not fit")
    public RestResponse<AccountView> updateUser(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = AccountInput.Change.class)))
                    @Nullable
                    JsonNode patch) {
        long administrators = accounts.holdAdministrators();
        Account account = changes.held(id, ifMatch);
        AccountInput.Change before = AccountInput.Change.of(account);
        AccountInput.Change wanted = change.merge(json.valueToTree(before), patch, AccountInput.Change.class);
        refuse(AccountRules.check(wanted.roles(), wanted.unitCode()));
        boolean otherRoles = !EnumSet.copyOf(wanted.roles()).equals(EnumSet.copyOf(before.roles()));
        boolean moved = !Objects.equals(wanted.unitCode(), before.unitCode());
        boolean shut = wanted.disabled() && !before.disabled();
        if (otherRoles || shut) {
            AccountPermits.require(AccountPermits.Action.DISABLE, account, caller.get());
        }
        if (shut || !wanted.roles().contains(Role.ADMIN)) {
            AccountPermits.requireAnother(account, administrators);
        }
        if (!otherRoles
                && wanted.equals(new AccountInput.Change(
                        before.displayName(), wanted.roles(), before.unitCode(), before.disabled()))) {
            return changes.answer(account);
        }
        JsonNode document = changes.document(account);
        account.describe(wanted.displayName(), wanted.roles(), wanted.unitCode(), wanted.disabled());
        if (otherRoles || moved || shut) {
            changes.endSessions(account, shut ? "disabled" : moved ? "moved" : "role-change");
        }
        changes.record(account, "update", reason, document);
        return changes.answer(account);
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw Problem.unprocessable(REFUSED, findings);
        }
    }
}
