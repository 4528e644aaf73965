package org.zhaoshang.accounts;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.embedded.EmbeddedSettings;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.secrets.SecuritySettings;
import org.zhaoshang.shared.secrets.Token;
import org.zhaoshang.units.Units;

@Path(AuthResource.PATH)
@RunOnVirtualThread
@Tag(name = "auth", description = "People sign in with a password and stay signed in by a rotating refresh cookie.")
class AuthResource {
    static final String PATH = "/auth";
    static final String COOKIE = "zs_refresh";

    private final SignIn signIn;
    private final Accounts accounts;
    private final AccessTokens tokens;
    private final Units units;
    private final CurrentCaller caller;
    private final HttpServerRequest request;
    private final JsonWebToken presented;
    private final int cookieSeconds;
    private final boolean secureCookie;

    AuthResource(
            SignIn signIn,
            Accounts accounts,
            AccessTokens tokens,
            Units units,
            CurrentCaller caller,
            HttpServerRequest request,
            JsonWebToken presented,
            SecuritySettings settings,
            EmbeddedSettings start) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.tokens = tokens;
        this.units = units;
        this.caller = caller;
        this.request = request;
        this.presented = presented;
        this.cookieSeconds = (int) settings.session().idle().toSeconds();
        // The demonstration speaks plain HTTP on this machine; anything else has TLS, at the latest at the web server.
        this.secureCookie = !start.demonstration();
    }

    @POST
    @Path("/login")
    @PermitAll
    @Operation(summary = "Sign in with user name and password")
    @APIResponse(responseCode = "200", description = "Signed in; the refresh token comes as a cookie")
    @APIResponse(responseCode = "401", description = "User name or password is wrong")
    @APIResponse(responseCode = "429", description = "Too many failed attempts; Retry-After says when to come back")
    public RestResponse<SignedIn> login(@Valid @NotNull Credentials credentials) {
        return answer(signIn.signIn(credentials.username(), credentials.password(), address()));
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(summary = "Renew the access token; each refresh token works once, using it again ends the session")
    @APIResponse(responseCode = "200", description = "Renewed, with a new refresh cookie")
    @APIResponse(responseCode = "401", description = "The session has ended")
    public RestResponse<SignedIn> refresh(@Nullable @CookieParam(COOKIE) String cookie) {
        if (cookie == null) {
            throw Problem.of(401, new Text("请先登录", "Sign in first"));
        }
        return answer(signIn.renew(new Token(cookie)));
    }

    @POST
    @Path("/logout")
    @PermitAll
    @Operation(summary = "End the session of the refresh cookie")
    @APIResponse(responseCode = "204", description = "Signed out, also if one was not signed in")
    public RestResponse<Void> logout(@Nullable @CookieParam(COOKIE) String cookie) {
        if (cookie != null) {
            signIn.signOut(new Token(cookie));
        }
        return RestResponse.ResponseBuilder.<Void>noContent()
                .cookie(cookie("", 0))
                .build();
    }

    @GET
    @Path("/me")
    @Authenticated
    @Transactional
    @SecurityRequirement(name = "bearer")
    @Operation(summary = "Who is signed in and what that person may do")
    @APIResponse(responseCode = "200", description = "The person signed in")
    public User getMe() {
        return user(accounts.findByIdOptional(caller.get().id())
                .orElseThrow(() -> Problem.forbidden(new Text("客户端没有个人信息", "A client is no person"))));
    }

    @PUT
    @Path("/password")
    @Authenticated
    @SecurityRequirement(name = "bearer")
    @Operation(summary = "Change one's own password; all other sessions end")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(
            responseCode = "422",
            description = "The current password is wrong or the new one does not meet the policy",
            content = @Content(mediaType = "application/problem+json"))
    public RestResponse<Void> changePassword(@Valid @NotNull PasswordChange change) {
        UUID session = session();
        if (session == null) {
            throw Problem.forbidden(new Text("只有个人账号有密码", "Only people have passwords"));
        }
        signIn.changePassword(caller.get().id(), session, change.currentPassword(), change.newPassword(), address());
        return RestResponse.noContent();
    }

    private RestResponse<SignedIn> answer(SignIn.Opened opened) {
        Account account = opened.account();
        SignedIn body = new SignedIn(
                tokens.forSession(account.id(), opened.session()), tokens.lifetimeSeconds(), user(account));
        return RestResponse.ResponseBuilder.ok(body)
                .cookie(cookie(opened.refresh().value(), cookieSeconds))
                .build();
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/api/v1" + PATH)
                .maxAge(seconds)
                .httpOnly(true)
                .secure(secureCookie || request.isSSL())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private User user(Account account) {
        Set<String> permissions = new TreeSet<>();
        if (!account.mustChangePassword()) {
            account.roles().forEach(role -> permissions.addAll(role.permissions()));
        }
        String unit = account.unitCode();
        return new User(
                account.id(),
                account.username(),
                account.displayName(),
                account.roles(),
                unit,
                unit == null ? null : units.nameOf(unit),
                List.copyOf(permissions),
                account.mustChangePassword());
    }

    /** The session of the bearer token; null for a machine, which has none. */
    private @Nullable UUID session() {
        String session = presented.getClaim(AccessTokens.SESSION);
        return session == null ? null : UUID.fromString(session);
    }

    private String address() {
        return request.remoteAddress().hostAddress();
    }

    @Schema(name = "Credentials")
    record Credentials(
            @NotNull @Size(max = 64) @Pattern(regexp = "^[^\\p{Cc}\\p{Cs}]*$") @Schema(examples = "150622")
            String username,

            @NotNull @Size(max = 1024) @Schema(format = "password")
            String password) {
        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }

    @Schema(name = "PasswordChange")
    record PasswordChange(
            @NotNull @Size(max = 1024) @Schema(format = "password")
            String currentPassword,

            @NotNull @Size(max = 1024) @Schema(format = "password")
            String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange[…]";
        }
    }

    @Schema(name = "SignedIn")
    record SignedIn(
            @Schema(required = true, description = "Bearer token")
            String accessToken,

            @Schema(required = true, description = "Seconds", examples = "600")
            long expiresIn,

            @Schema(required = true) User user) {}

    @Schema(name = "User", description = "The person signed in.")
    record User(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "150622") String username,

            @Schema(required = true, examples = "准格尔旗填报人（示例）")
            String displayName,

            @Schema(required = true) List<Role> roles,
            @Nullable @Schema(examples = "150622") String unitCode,
            @Nullable @Schema(examples = "准格尔旗") String unitName,

            @Schema(required = true, examples = "[\"projects:read\"]")
            List<String> permissions,

            @Schema(
                    required = true,
                    description =
                            "The password was set by someone else or is due: until it is changed nothing else works")
            boolean mustChangePassword) {}
}
