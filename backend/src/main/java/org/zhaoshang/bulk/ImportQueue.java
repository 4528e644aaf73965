package org.zhaoshang.bulk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.bulk.ImportAction.Followers;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.files.FileStore;
import org.zhaoshang.shared.files.StoredFile;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.queue.Claims;
import org.zhaoshang.shared.queue.Queued;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.WhyNot;
import org.zhaoshang.shared.sheet.Declared;
import org.zhaoshang.shared.sheet.Mapping;
import org.zhaoshang.shared.time.CityClock;

/** Puts imports into the queue: new files, plans to apply, imports to undo. */
@ApplicationScoped
class ImportQueue {
    /** Rows of a plan that are named when they moved; more would fill the screen. */
    private static final int NAMED = 50;

    private static final int PART = 1000;

    private final Imports imports;
    private final Claims claims;
    private final ImportKinds kinds;
    private final Verdicts verdicts;
    private final FileStore files;
    private final Trail trail;
    private final Event<Queued> queued;
    private final CurrentCaller caller;
    private final CurrentLanguage language;
    private final CityClock clock;

    ImportQueue(
            Imports imports,
            Claims claims,
            ImportKinds kinds,
            Verdicts verdicts,
            FileStore files,
            Trail trail,
            Event<Queued> queued,
            CurrentCaller caller,
            CurrentLanguage language,
            CityClock clock) {
        this.imports = imports;
        this.claims = claims;
        this.kinds = kinds;
        this.verdicts = verdicts;
        this.files = files;
        this.trail = trail;
        this.queued = queued;
        this.caller = caller;
        this.language = language;
        this.clock = clock;
    }

    /**
     * A file that was received.
     *
     * @param sha256 of its content: what a repeated request is known by
     * @param file where it lies until it is kept
     */
    record Upload(
            String kind,
            ImportMode mode,
            boolean dryRun,
            String sha256,
            @Nullable String fileName,
            String mediaType,
            @Nullable String charset,
            Map<String, String> units,
            Map<String, String> fields,
            @Nullable String reason,
            @JsonIgnore Path file) {}

    @Transactional
    @Idempotent
    RestResponse<ImportView> add(Upload upload) {
        Caller who = caller.get();
        kinds.forCaller(upload.kind(), who);
        StoredFile stored = files.keep(upload.file());
        Import added = new Import(
                upload.kind(),
                upload.mode(),
                upload.dryRun(),
                who,
                java.util.Objects.requireNonNull(who.unitCode()),
                upload.reason(),
                stored,
                upload.fileName(),
                new Declared(upload.mediaType(), upload.charset()),
                new Mapping(upload.units(), upload.fields()),
                clock.now());
        return accepted(added, upload.dryRun() ? "plan" : "upload");
    }

    @Transactional
    @Idempotent
    RestResponse<ImportView> apply(UUID id) {
        Import plan = own(id, ImportAction.APPLY);
        List<Verdict> moved = moved(plan);
        if (!moved.isEmpty()) {
            throw Problem.conflict(
                    new Text(
                            "试导入之后有 " + moved.size() + (moved.size() > NAMED ? " 余" : "") + " 行的记录被改动，没有导入任何数据；请重新试导入",
                            moved.size() + " rows are no longer as planned: nothing was applied, plan again"),
                    moved.stream().limit(NAMED).map(ImportQueue::finding).toList());
        }
        return accepted(plan.applied(caller.get(), clock.now()), "apply");
    }

    @Transactional
    @Idempotent
    RestResponse<ImportView> revert(UUID id) {
        return accepted(own(id, ImportAction.REVERT).reverted(caller.get(), clock.now()), "revert");
    }

    /** What waits ends at once; what runs ends at its next part. */
    @Transactional
    @Idempotent
    RestResponse<ImportView> cancel(UUID id) {
        Import cancelled = own(id, ImportAction.CANCEL);
        imports.askToStop(id);
        if (claims.take(id) && cancelled.state() == ImportState.QUEUED) {
            cancelled.ended(ImportState.CANCELLED, Tally.NONE, List.of(), clock.now());
        }
        note(cancelled, "cancel");
        return RestResponse.ok(view(cancelled));
    }

    ImportView view(Import of) {
        Followers followers = new Followers(
                of.isDryRun() && imports.thatApplies(of.id()).isPresent(),
                !of.isDryRun() && imports.thatReverts(of.id()).isPresent());
        boolean own =
                caller.get().belongsTo(of.unitCode()) && kinds.named(of.kind()).isFor(caller.get());
        List<ImportAction> allowed = new ArrayList<>();
        List<WhyNot> whyNot = new ArrayList<>();
        for (ImportAction action : own ? ImportAction.values() : new ImportAction[0]) {
            Optional<Text> refusal = action.refusal(of, followers);
            if (refusal.isEmpty()) {
                allowed.add(action);
            } else {
                whyNot.add(new WhyNot(action.verb(), "STATE", refusal.get().in(language.get())));
            }
        }
        return ImportView.of(of, kinds.named(of.kind()).form(), allowed, whyNot, language.get());
    }

    private Import own(UUID id, ImportAction action) {
        Caller who = caller.get();
        Import found = imports.seen(id, caller.scope());
        kinds.forCaller(found.kind(), who);
        if (!who.belongsTo(found.unitCode())) {
            throw Problem.notFound();
        }
        // Held: of two that apply the same plan at once the second sees that it is applied.
        imports.getEntityManager().lock(found, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        Followers followers = new Followers(
                imports.thatApplies(id).isPresent(), imports.thatReverts(id).isPresent());
        action.refusal(found, followers).ifPresent(why -> {
            throw Problem.conflict(why, List.of(Finding.of("STATE", "", Map.of("problem", why))));
        });
        return found;
    }

    private List<Verdict> moved(Import plan) {
        ImportKind kind = kinds.named(plan.kind());
        List<Verdict> moved = new ArrayList<>();
        for (List<Verdict> part = verdicts.after(plan.id(), 0, PART);
                !part.isEmpty() && moved.size() <= NAMED;
                part = verdicts.after(plan.id(), part.getLast().row(), PART)) {
            moved.addAll(kind.moved(
                    caller.get(),
                    part.stream()
                            .filter(verdict -> verdict.status() != Verdict.Status.REJECTED
                                    && verdict.status() != Verdict.Status.NOT_APPLIED)
                            .toList()));
        }
        return moved;
    }

    private static Finding finding(Verdict moved) {
        Text problem = new Text(
                "第 " + moved.row() + " 行的记录" + (moved.code() == null ? "已经存在" : "（" + moved.code() + "）已被改动"),
                "Row " + moved.row()
                        + (moved.code() == null ? " exists by now" : " (" + moved.code() + ") has changed"));
        return Finding.of("STATE", "", Map.of("problem", problem, "row", moved.row()));
    }

    private RestResponse<ImportView> accepted(Import added, String action) {
        imports.persistAndFlush(added);
        note(added, action);
        queued.fire(new Queued(ImportWorker.TABLE));
        return RestResponse.ResponseBuilder.<ImportView>create(202)
                .location(URI.create("imports/" + added.id()))
                .entity(view(added))
                .build();
    }

    private void note(Import of, String action) {
        trail.note(
                caller.get(),
                new Subject("import", of.id().toString(), of.unitCode()),
                action,
                of.fileName().orElse(null));
    }
}
