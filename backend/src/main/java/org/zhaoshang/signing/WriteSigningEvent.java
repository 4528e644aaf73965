package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** The bureau keeps the events; each change leaves its trail. */
@ApplicationScoped
class WriteSigningEvent {
    static final Form FORM = Form.load("signing-event");

    private static final int FIRST_YEAR = 2000;
    private static final Text YEAR = new Text("应为 2000 至 2100 之间的年份", "must be a year from 2000 to 2100");
    private static final Text REVERSED = new Text("不能早于开始日期", "must not be before the first day");
    private static final Text OTHER_YEAR = new Text("与活动年度不一致", "is not in the event's year");
    private static final Text TAKEN = new Text("已有同名的签约活动", "there is an event of this name");
    private static final Text IMPOSSIBLE = new Text("请核对活动信息", "Check what is said of the event");

    private final SigningEvents events;
    private final Trail trail;
    private final ObjectMapper json;
    private final CityClock clock;

    WriteSigningEvent(SigningEvents events, Trail trail, ObjectMapper json, CityClock clock) {
        this.events = events;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /** @throws Problem 422 for days that contradict each other, 409 for a name that is taken */
    @Transactional(Transactional.TxType.MANDATORY)
    SigningEvent create(Caller who, @Nullable String code, SigningEventFields fields) {
        require(fields, null);
        SigningEvent event =
                new SigningEvent(code == null ? events.nextCode(fields.year()) : code, fields, who, clock.now());
        events.persistAndFlush(event);
        trail.change(who, subject(event), "create", null, event.version(), NullNode.getInstance(), document(event));
        return event;
    }

    /** @throws Problem as {@link #create} */
    @Transactional(Transactional.TxType.MANDATORY)
    void revise(Caller who, SigningEvent event, SigningEventFields fields, @Nullable String reason) {
        if (fields.equals(event.fields())) {
            return;
        }
        require(fields, event.id());
        ObjectNode before = document(event);
        event.revise(fields, who, clock.now());
        events.flush();
        trail.change(who, subject(event), "update", reason, event.version(), before, document(event));
    }

    private void require(SigningEventFields fields, @Nullable UUID except) {
        List<Finding> findings = new ArrayList<>();
        if (fields.year() < FIRST_YEAR) {
            findings.add(format("year", YEAR));
        }
        if (fields.startsOn() != null && fields.startsOn().getYear() != fields.year()) {
            findings.add(format("startsOn", OTHER_YEAR));
        }
        if (fields.endsOn() != null
                && (fields.startsOn() == null || fields.endsOn().isBefore(fields.startsOn()))) {
            findings.add(format("endsOn", REVERSED));
        }
        if (!findings.isEmpty()) {
            throw Problem.unprocessable(IMPOSSIBLE, findings);
        }
        if (events.nameTaken(fields.name(), except)) {
            throw Problem.conflict(TAKEN, List.of(format("name", TAKEN)));
        }
    }

    private static Finding format(String field, Text problem) {
        return Finding.of(
                "FORMAT", "/" + field, Map.of("label", FORM.field(field).label(), "problem", problem));
    }

    static Subject subject(SigningEvent event) {
        return new Subject("signing-event", event.code(), null);
    }

    private ObjectNode document(SigningEvent event) {
        return json.valueToTree(event.fields());
    }
}
