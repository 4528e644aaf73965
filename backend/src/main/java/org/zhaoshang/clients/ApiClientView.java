package org.zhaoshang.clients;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.http.ToldOnce;
import org.zhaoshang.shared.rules.WhyNot;
import org.zhaoshang.shared.secrets.Token;
import org.zhaoshang.shared.time.CityClock;

/** A client as the administrator and the auditor see it. */
@Schema(name = "ApiClient")
record ApiClientView(
        @Schema(required = true) UUID id,
        @Schema(required = true) long version,
        @Schema(required = true, examples = "demo-150622") String clientId,
        @Schema(required = true) String name,
        @Schema(required = true, examples = "150622") String unitCode,
        @Schema(required = true) List<String> scopes,

        @Schema(required = true, description = "Empty for everywhere")
        List<String> allowedNetworks,

        @Nullable @Schema(description = "The last day on which it works")
        LocalDate expiresOn,

        @Schema(required = true) boolean disabled,

        @Nullable @Schema(description = "When it last got a token")
        OffsetDateTime lastUsedAt,

        @Schema(required = true) OffsetDateTime createdAt,

        @Schema(required = true, examples = "[\"edit\", \"disable\", \"secret\"]")
        List<String> allowedActions,

        @Schema(required = true) List<WhyNot> whyNot) {

    static ApiClientView of(ApiClient client, Caller caller) {
        return new ApiClientView(
                client.id(),
                client.version(),
                client.clientId(),
                client.name(),
                client.unitCode(),
                client.scopes(),
                client.allowedNetworks(),
                client.expiresOn(),
                client.disabled(),
                CityClock.localOrNull(client.lastUsedAt()),
                CityClock.local(client.createdAt()),
                caller.may(Permission.ACCOUNTS_ADMIN)
                        ? List.of("edit", client.disabled() ? "enable" : "disable", "secret")
                        : List.of(),
                List.of());
    }

    /** The one answer in which the secret is told. */
    @Schema(name = "ApiClientWithSecret")
    record WithSecret(
            @JsonUnwrapped ApiClientView client,

            @ToldOnce
            @Schema(
                    description = "Told this once. Absent where an Idempotency-Key is replayed, since it is not kept:"
                            + " POST …/secret gives a new one")
            String clientSecret) {

        static WithSecret of(ApiClient client, Token secret, Caller caller) {
            return new WithSecret(ApiClientView.of(client, caller), secret.value());
        }

        @Override
        public String toString() {
            return "WithSecret[" + client.clientId() + "]";
        }
    }
}
