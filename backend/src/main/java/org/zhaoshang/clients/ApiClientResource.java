package org.zhaoshang.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.accounts.SignInLimits;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.fields.CodeList;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.secrets.Token;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** The scripts that report for a unit: the administrator keeps them, the auditor reads them. */
@Path("api-clients")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "api-clients", description = "Scripts and systems that act for one unit: scopes, networks, secrets.")
class ApiClientResource {
    private static final Text REFUSED = new Text("客户端未保存，请按提示修改", "The client was not saved: see errors");

    private final ApiClients clients;
    private final SignInLimits limits;
    private final CurrentCaller caller;
    private final CityClock clock;
    private final Trail trail;
    private final ObjectMapper json;
    private final Body creation;
    private final Body change;

    ApiClientResource(
            ApiClients clients,
            SignInLimits limits,
            Units units,
            CurrentCaller caller,
            CityClock clock,
            Trail trail,
            ObjectMapper json) {
        this.clients = clients;
        this.limits = limits;
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
        this.json = json;
        CodeList codes = (list, code) -> list.equals("scopes") ? Scopes.has(code) : units.reports(code);
        this.creation = new Body(ApiClientRules.FORM, codes, json);
        this.change = new Body(Form.load("client-change"), codes, json);
    }

    @GET
    @PermissionsAllowed(Permission.ACCOUNTS_READ)
    @Operation(summary = "List API clients")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<ApiClientView> listApiClients(@BeanParam ApiClientFilter filter, @BeanParam Paging paging) {
        Conditions conditions = paging.check(filter.conditions());
        Order<ApiClient> order = filter.order(conditions);
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Long total = paging.isCounted() ? clients.count(conditions) : null;
        List<ApiClient> rows =
                clients.after(order.after(filter.conditions(), "c", paging.cursor), order.by("c"), paging.limit() + 1);
        Page<ApiClient> page = order.page(rows, paging.limit(), total);
        return new Page<>(page.items().stream().map(this::view).toList(), page.nextCursor(), page.total());
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permission.ACCOUNTS_READ)
    @Operation(summary = "One API client")
    @APIResponse(responseCode = "200", description = "The client; ETag is its version")
    @APIResponse(responseCode = "404", description = "No such client")
    public RestResponse<ApiClientView> getApiClient(@PathParam("id") UUID id) {
        return answer(clients.findByIdOptional(id).orElseThrow(Problem::notFound));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.ACCOUNTS_ADMIN)
    @Transactional
    @Idempotent
    @Operation(summary = "Create an API client; its secret is told in this answer only")
    @APIResponse(
            responseCode = "201",
            description = "The client with its secret",
            content = @Content(schema = @Schema(implementation = ApiClientView.WithSecret.class)))
    @APIResponse(responseCode = "422", description = "A network or the last day can not be as given")
    public RestResponse<ApiClientView.WithSecret> createApiClient(
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(content = @Content(schema = @Schema(implementation = ApiClientInput.class))) @Nullable
                    JsonNode body) {
        ApiClientInput input = creation.create(body, ApiClientInput.class);
        refuse(ApiClientRules.check(input.grant(), null, clock.today()));
        Token secret = Token.draw();
        ApiClient client =
                new ApiClient(freshId(input.unitCode()), input.unitCode(), input.grant(), secret, clock.now());
        clients.persistAndFlush(client);
        record(client, "create", reason, NullNode.getInstance());
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, ApiClientView.WithSecret.of(client, secret, caller.get()))
                .location(URI.create("api-clients/" + client.id()))
                .tag(Revision.tag(client.version()))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @PermissionsAllowed(Permission.ACCOUNTS_ADMIN)
    @Transactional
    @Operation(summary = "Change an API client; it holds from its next request")
    @APIResponse(responseCode = "200", description = "The client as it is now")
    @APIResponse(responseCode = "412", description = "Changed meanwhile; `current` holds the client")
    @APIResponse(responseCode = "422", description = "A network or the last day can not be as given")
    public RestResponse<ApiClientView> updateApiClient(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = ApiClientInput.Change.class)))
                    @Nullable
                    JsonNode patch) {
        ApiClient client = held(id, ifMatch);
        ObjectNode present = json.valueToTree(ApiClientInput.Change.of(client.grant()));
        ApiClient.Grant wanted =
                change.merge(present, patch, ApiClientInput.Change.class).grant();
        refuse(ApiClientRules.check(wanted, client.expiresOn(), clock.today()));
        JsonNode before = document(client);
        client.regrant(wanted);
        if (!document(client).equals(before)) {
            clients.flush();
            record(client, "update", reason, before);
        }
        return answer(client);
    }

    @POST
    @Path("/{id}/secret")
    @PermissionsAllowed(Permission.ACCOUNTS_ADMIN)
    @Transactional
    @Idempotent
    @Operation(summary = "Draw a new secret; the old one, the tokens got with it and a lock-out end at once")
    @APIResponse(
            responseCode = "200",
            description = "The client with its secret",
            content = @Content(schema = @Schema(implementation = ApiClientView.WithSecret.class)))
    @APIResponse(responseCode = "412", description = "Changed meanwhile; `current` holds the client")
    public RestResponse<ApiClientView.WithSecret> rotateSecret(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason) {
        ApiClient client = held(id, ifMatch);
        JsonNode before = document(client);
        Token secret = Token.draw();
        client.rotate(secret);
        clients.flush();
        // Wrong tries of the old secret must not keep the new one out.
        limits.succeed(SignInLimits.Attempt.ofClient(client.clientId(), ""));
        record(client, "rotate-secret", reason, before);
        return RestResponse.ResponseBuilder.ok(ApiClientView.WithSecret.of(client, secret, caller.get()))
                .tag(Revision.tag(client.version()))
                .build();
    }

    private ApiClient held(UUID id, @Nullable String ifMatch) {
        ApiClient client = clients.lock(id).orElseThrow(Problem::notFound);
        Revision.require(ifMatch, client.version(), () -> view(client));
        return client;
    }

    private void record(ApiClient client, String action, @Nullable String reason, JsonNode before) {
        trail.change(
                caller.get(),
                new Subject("client", client.id().toString(), client.unitCode()),
                action,
                reason,
                client.version(),
                before,
                document(client));
    }

    private JsonNode document(ApiClient client) {
        return ApiClientDocument.of(client, json);
    }

    private RestResponse<ApiClientView> answer(ApiClient client) {
        return RestResponse.ResponseBuilder.ok(view(client))
                .tag(Revision.tag(client.version()))
                .build();
    }

    private ApiClientView view(ApiClient client) {
        return ApiClientView.of(client, caller.get());
    }

    /** Says whose it is, and can not be guessed from another. */
    private static String freshId(String unitCode) {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return unitCode.toLowerCase(Locale.ROOT) + "-"
                + java.util.HexFormat.of().formatHex(random);
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw Problem.unprocessable(REFUSED, findings);
        }
    }
}
