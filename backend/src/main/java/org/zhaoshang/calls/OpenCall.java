package org.zhaoshang.calls;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.time.CityClock;

/** Opens a call and gives each unit its quota; the bureau does it by hand, the seeds at start. */
@ApplicationScoped
class OpenCall {
    private final Calls calls;
    private final CallUnits callUnits;
    private final Trail trail;
    private final ObjectMapper json;
    private final CityClock clock;

    OpenCall(Calls calls, CallUnits callUnits, Trail trail, ObjectMapper json, CityClock clock) {
        this.calls = calls;
        this.callUnits = callUnits;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Call open(Caller who, int year, Call.Terms terms, Map<String, Integer> quotas) {
        Call call = new Call(year, terms, clock.now());
        calls.persist(call);
        calls.flush();
        callUnits.setQuotas(year, quotas);
        trail.change(
                who,
                new Subject("call", Integer.toString(year), null),
                "create",
                null,
                call.version(),
                NullNode.getInstance(),
                json.valueToTree(CallDocument.of(call, callUnits.quotas(year))));
        return call;
    }
}
