package org.zhaoshang.clients;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the administrator writes of a new client. */
@Schema(name = "ApiClientInput")
record ApiClientInput(
        @Schema(required = true, examples = "准格尔旗统计平台") String name,

        @Schema(required = true, description = "The reporting unit it acts for; fixed once the client exists")
        String unitCode,

        @Schema(required = true, examples = "[\"projects:read\"]")
        List<String> scopes,

        @Nullable
        @Schema(
                nullable = true,
                description = "IPv4 and IPv6 in CIDR notation; none for everywhere",
                examples = "[\"10.20.0.0/16\"]")
        List<String> allowedNetworks,

        @Nullable @Schema(nullable = true, description = "The last day on which it works; none for ever")
        LocalDate expiresOn) {

    ApiClient.Grant grant() {
        return new ApiClient.Grant(
                name, scopes, Objects.requireNonNullElse(allowedNetworks, List.of()), expiresOn, false);
    }

    /** What can be changed of a client. */
    @Schema(name = "ApiClientChange")
    record Change(
            @Schema(required = true) String name,
            @Schema(required = true) List<String> scopes,
            @Nullable List<String> allowedNetworks,
            @Nullable LocalDate expiresOn,

            @Schema(required = true, description = "A disabled client gets no tokens, and those it has are refused")
            boolean disabled) {

        static Change of(ApiClient.Grant grant) {
            return new Change(
                    grant.name(), grant.scopes(), grant.allowedNetworks(), grant.expiresOn(), grant.disabled());
        }

        ApiClient.Grant grant() {
            return new ApiClient.Grant(
                    name, scopes, Objects.requireNonNullElse(allowedNetworks, List.of()), expiresOn, disabled);
        }
    }
}
