package org.zhaoshang.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.queue.Queued;
import org.zhaoshang.shared.time.CityClock;

/** Puts exports into the queue. */
@ApplicationScoped
class ExportQueue {
    private final Exports exports;
    private final ExportKinds kinds;
    private final Trail trail;
    private final Event<Queued> queued;
    private final CurrentCaller caller;
    private final CurrentLanguage language;
    private final CityClock clock;

    ExportQueue(
            Exports exports,
            ExportKinds kinds,
            Trail trail,
            Event<Queued> queued,
            CurrentCaller caller,
            CurrentLanguage language,
            CityClock clock) {
        this.exports = exports;
        this.kinds = kinds;
        this.trail = trail;
        this.queued = queued;
        this.caller = caller;
        this.language = language;
        this.clock = clock;
    }

    /** @param reason stands in the trail beside what was taken */
    @Transactional
    @Idempotent
    RestResponse<ExportView> add(
            @Nullable String name, ExportFormat format, Map<String, String> filter, @Nullable String reason) {
        Caller who = caller.get();
        ExportKind<?> kind = kinds.forCaller(name, who);
        Export added =
                new Export(kind.name(), format, kind.checked(filter, who), language.get(), who, reason, clock.now());
        exports.persistAndFlush(added);
        trail.note(who, new Subject("export", added.id().toString(), who.unitCode()), "request", reason);
        queued.fire(new Queued(ExportWorker.TABLE));
        return RestResponse.ResponseBuilder.<ExportView>create(202)
                .location(URI.create("exports/" + added.id()))
                .entity(ExportView.of(added))
                .build();
    }
}
