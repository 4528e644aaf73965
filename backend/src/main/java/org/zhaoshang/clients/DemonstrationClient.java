package org.zhaoshang.clients;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
        if (clients.byClientId(CLIENT_ID).isPresent()) {
            return;
        }
        ApiClient.Grant grant = new ApiClient.Grant("准格尔旗数据平台（示例）", Scopes.all(), List.of(), null, false);
        ApiClient client = new ApiClient(CLIENT_ID, UNIT, grant, SECRET, clock.now());
        clients.persistAndFlush(client);
        trail.change(
                Caller.SYSTEM,
                new Subject("client", client.id().toString(), UNIT),
                "create",
                "demonstration",
                client.version(),
                NullNode.getInstance(),
                ApiClientDocument.of(client, json));
    }
}
