package org.zhaoshang.clients;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a token is refused, in the form of RFC 6749 §5.2; the description is ASCII, as the standard asks. */
@Schema(name = "OAuthError")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OAuthError(
        @Schema(
                required = true,
                enumeration = {
                    "invalid_request",
                    "invalid_client",
                    "invalid_scope",
                    "unsupported_grant_type",
                    "temporarily_unavailable"
                })
        String error,

        @Nullable @JsonProperty("error_description") @Schema(name = "error_description")
        String description) {

    static Refused request(String description) {
        return new Refused(400, new OAuthError("invalid_request", description));
    }

    static Refused client(String description) {
        return new Refused(401, new OAuthError("invalid_client", description));
    }

    static Refused scope(String description) {
        return new Refused(400, new OAuthError("invalid_scope", description));
    }

    static Refused grantType() {
        return new Refused(400, new OAuthError("unsupported_grant_type", "only client_credentials is supported"));
    }

    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;
        private final transient OAuthError error;

        private Refused(int status, OAuthError error) {
            super(error.error(), null, false, false);
            this.status = status;
            this.error = error;
        }

        int status() {
            return status;
        }

        OAuthError error() {
            return error;
        }
    }
}
