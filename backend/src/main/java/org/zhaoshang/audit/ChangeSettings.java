package org.zhaoshang.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.time.CityClock;

/** Sets what is set once for the whole city, and writes it to the trail; what is set so already is left alone. */
@ApplicationScoped
public class ChangeSettings {
    private final EntityManager database;
    private final Trail trail;
    private final ObjectMapper json;
    private final CityClock clock;

    ChangeSettings(EntityManager database, Trail trail, ObjectMapper json, CityClock clock) {
        this.database = database;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /** @param kind the subject's, as the trail names it */
    @Transactional(Transactional.TxType.MANDATORY)
    public <F> void set(Caller who, String kind, Settings<F> settings, F to, @Nullable String reason) {
        if (to.equals(settings.fields())) {
            return;
        }
        JsonNode before = json.valueToTree(settings.fields());
        settings.set(to, who, clock.now());
        database.flush();
        trail.change(
                who,
                new Subject(kind, "city", null),
                "update",
                reason,
                settings.version(),
                before,
                json.valueToTree(settings.fields()));
    }
}
