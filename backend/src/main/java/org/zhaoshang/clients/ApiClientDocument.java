package org.zhaoshang.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client as the trail keeps it: everything but the secret, of which it counts how many there were. */
record ApiClientDocument(
        String clientId,
        String unitCode,
        String name,
        List<String> scopes,
        List<String> allowedNetworks,
        @Nullable LocalDate expiresOn,
        boolean disabled,
        long secrets) {

    static JsonNode of(ApiClient client, ObjectMapper json) {
        return json.valueToTree(new ApiClientDocument(
                client.clientId(),
                client.unitCode(),
                client.name(),
                client.scopes(),
                client.allowedNetworks(),
                client.expiresOn(),
                client.disabled(),
                client.generation()));
    }
}
