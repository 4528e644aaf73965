package org.zhaoshang.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.secrets.Token;
import org.zhaoshang.shared.seed.Seed;
import org.zhaoshang.shared.time.CityClock;

/** The client of the demonstration: all scopes of unit 150622, with a secret that everyone knows. */
@ApplicationScoped
class DemonstrationClient implements Seed {
    private static final String UNIT = "150622";
    private static final String CLIENT_ID = "demo-" + UNIT;
    private static final Token SECRET = new Token(CLIENT_ID + "-secret");

    private final ApiClients clients;
    private final Trail trail;
    private final ObjectMapper json;
    private final CityClock clock;

    DemonstrationClient(ApiClients clients, Trail trail, ObjectMapper json, CityClock clock) {
        this.clients = clients;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ACCOUNTS + 10;
    }

    @Override
    public boolean forDemonstration() {
        return true;
    }

    @Override
    public void plant() {
        Optional<ApiClient> known = clients.byClientId(CLIENT_ID);
        if (known.isPresent()) {
            widen(known.get());
            return;
        }
        ApiClient.Grant grant = new ApiClient.Grant("准格尔旗数据平台（示例）", Scopes.all(), List.of(), null, false);
        ApiClient client = new ApiClient(CLIENT_ID, UNIT, grant, SECRET, clock.now());
        clients.persistAndFlush(client);
        trail.change(
                Caller.SYSTEM,
                subject(client),
                "create",
                "demonstration",
                client.version(),
                NullNode.getInstance(),
                ApiClientDocument.of(client, json));
    }

    /** An older data folder knows the client without the scopes that came later. */
    private void widen(ApiClient client) {
        ApiClient.Grant was = client.grant();
        if (was.scopes().containsAll(Scopes.all())) {
            return;
        }
        JsonNode before = ApiClientDocument.of(client, json);
        client.regrant(
                new ApiClient.Grant(was.name(), Scopes.all(), was.allowedNetworks(), was.expiresOn(), was.disabled()));
        clients.flush();
        trail.change(
                Caller.SYSTEM,
                subject(client),
                "update",
                "demonstration",
                client.version(),
                before,
                ApiClientDocument.of(client, json));
    }

    private static Subject subject(ApiClient client) {
        return new Subject("client", client.id().toString(), UNIT);
    }
}
