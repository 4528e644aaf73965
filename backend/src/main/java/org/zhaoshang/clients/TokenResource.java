package org.zhaoshang.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;

/**
 * OAuth 2.0 client credentials (RFC 6749 §4.4). Its answers are the standard's and not our problems: those who call it are
 * libraries. The body is read here, since the standard has words of its own for what is wrong with it.
 */
@Path("oauth/token")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "oauth", description = "Scripts get their tokens by OAuth 2.0 client credentials.")
class TokenResource {
    private final TokenGrants grants;
    private final HttpServerRequest request;

    TokenResource(TokenGrants grants, HttpServerRequest request) {
        this.grants = grants;
        this.request = request;
    }

    @Schema(name = "TokenRequest")
    record Form(
            @Schema(
                    required = true,
                    name = "grant_type",
                    enumeration = {"client_credentials"})
            String grantType,

            @Schema(description = "Some of the client's scopes with blanks between; all where left out")
            String scope,

            @Schema(name = "client_id", description = "Unless sent by HTTP Basic")
            String clientId,

            @Schema(name = "client_secret", format = "password", description = "Unless sent by HTTP Basic")
            String clientSecret) {}

    @Schema(name = "TokenAnswer")
    record Answer(
            @JsonProperty("access_token") @Schema(required = true, name = "access_token")
            String accessToken,

            @JsonProperty("token_type") @Schema(required = true, name = "token_type", examples = "Bearer")
            String tokenType,

            @JsonProperty("expires_in") @Schema(required = true, name = "expires_in", description = "Seconds")
            long expiresIn,

            @Schema(required = true, examples = "projects:read projects:write")
            String scope) {
        @Override
        public String toString() {
            return "Answer[…]";
        }
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Get a token for an API client")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = Form.class)))
    @APIResponse(
            responseCode = "200",
            description = "A bearer token",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid_request, invalid_scope or unsupported_grant_type",
            content = @Content(schema = @Schema(implementation = OAuthError.class)))
    @APIResponse(
            responseCode = "401",
            description = "invalid_client",
            content = @Content(schema = @Schema(implementation = OAuthError.class)))
    @APIResponse(
            responseCode = "429",
            description = "Too many failed attempts; Retry-After says when to come back",
            content = @Content(schema = @Schema(implementation = OAuthError.class)))
    public RestResponse<?> issueToken(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            InputStream body)
            throws IOException {
        try {
            TokenRequest wanted =
                    TokenRequest.read(contentType, authorization, body.readNBytes(TokenRequest.LONGEST + 1));
            TokenGrants.Granted granted =
                    grants.grant(wanted, request.remoteAddress().hostAddress());
            return unkept(RestResponse.ResponseBuilder.ok(
                    new Answer(granted.token(), "Bearer", granted.seconds(), Scopes.written(granted.scopes()))));
        } catch (OAuthError.Refused refused) {
            var answer = RestResponse.ResponseBuilder.create(refused.status()).entity((Object) refused.error());
            return unkept(
                    refused.status() == 401
                            ? answer.header(
                                    HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"zhaoshang\", charset=\"UTF-8\"")
                            : answer);
        } catch (Problem locked) {
            if (locked.status() != 429) {
                throw locked;
            }
            var answer = RestResponse.ResponseBuilder.create(429)
                    .entity((Object) new OAuthError("temporarily_unavailable", "too many failed attempts: wait"));
            locked.headers().forEach(answer::header);
            return unkept(answer);
        }
    }

    private static RestResponse<?> unkept(RestResponse.ResponseBuilder<?> answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Pragma", "no-cache")
                .build();
    }
}
