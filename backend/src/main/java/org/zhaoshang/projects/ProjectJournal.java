package org.zhaoshang.projects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.calls.Progress;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.time.CityClock;

/**
 * Carries out a change of a project with all that belongs to it, in the caller's transaction: the findings are counted anew,
 * the trail written and the version kept, the call's progress moved, the public list told.
 */
@ApplicationScoped
public class ProjectJournal {
    /** Rows a message to the database. */
    private static final int BATCH = 200;

    private final Projects projects;
    private final StatelessSession many;
    private final ProjectForm form;
    private final ProjectFindings findings;
    private final Trail trail;
    private final ProjectVersions versions;
    private final Progress progress;
    private final CityClock clock;
    private final Event<ProjectPublished> published;
    private final Event<ProjectUnlisted> unlisted;

    ProjectJournal(
            Projects projects,
            StatelessSession many,
            ProjectForm form,
            ProjectFindings findings,
            Trail trail,
            ProjectVersions versions,
            Progress progress,
            CityClock clock,
            Event<ProjectPublished> published,
            Event<ProjectUnlisted> unlisted) {
        this.projects = projects;
        this.many = many;
        this.form = form;
        this.findings = findings;
        this.trail = trail;
        this.versions = versions;
        this.progress = progress;
        this.clock = clock;
        this.published = published;
        this.unlisted = unlisted;
    }

    /** A new project, judged and {@linkplain org.zhaoshang.calls.CallUnits#enrol enrolled} already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void created(Caller who, Project project, @Nullable String reason) {
        many.insert(project); // not attended to further: Hibernate would compare it before every statement to come
        versions.keep(List.of(project), clock.now());
        trail.change(
                who, subject(project), "create", reason, project.version(), NullNode.getInstance(), document(project));
    }

    /**
     * Many new projects of one unit, judged already. Their call's progress is moved once, by {@link #counted}.
     *
     * @param besides what comes with each under "appraisals"; null node for nothing
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void createdAll(Caller who, List<Project> lot, List<JsonNode> besides, String reason) {
        many.setJdbcBatchSize(BATCH);
        many.insertMultiple(lot);
        versions.keep(lot, clock.now());
        List<Trail.Changed> changed = new ArrayList<>(lot.size());
        for (int at = 0; at < lot.size(); at++) {
            changed.add(changed(lot.get(at), NullNode.getInstance(), besides.get(at)));
        }
        trail.changes(who, "create", reason, changed);
    }

    /** Many projects whose fields were revised and judged. @param before as {@link #documentOf} gave it */
    @Transactional(Transactional.TxType.MANDATORY)
    public void revisedAll(
            Caller who,
            List<Project> lot,
            List<ObjectNode> before,
            List<JsonNode> besides,
            String action,
            String reason) {
        many.setJdbcBatchSize(BATCH);
        many.updateMultiple(lot);
        versions.keep(lot, clock.now());
        List<Trail.Changed> changed = new ArrayList<>(lot.size());
        for (int at = 0; at < lot.size(); at++) {
            changed.add(changed(lot.get(at), before.get(at), besides.get(at)));
        }
        trail.changes(who, action, reason, changed);
    }

    /** Many drafts that were never submitted. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void deletedAll(Caller who, List<Project> lot, String reason) {
        many.setJdbcBatchSize(BATCH);
        many.deleteMultiple(lot);
        versions.end(lot, clock.now());
        trail.changes(
                who,
                "delete",
                reason,
                lot.stream()
                        .map(project -> new Trail.Changed(
                                subject(project),
                                project.version() + 1,
                                Change.between(document(project), NullNode.getInstance()),
                                NullNode.getInstance()))
                        .toList());
    }

    /** Drafts that came or went in a unit's call; last in a transaction, since it holds what the unit's others wait for. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void counted(int year, String unitCode, int drafts) {
        progress.moved(year, unitCode, null, ProjectState.DRAFT.name(), 0, drafts);
    }

    /** As the trail would keep it. */
    public ObjectNode documentOf(Project project) {
        return document(project);
    }

    private Trail.Changed changed(Project project, JsonNode before, JsonNode beside) {
        ObjectNode after = document(project);
        List<Change> changes = new ArrayList<>(Change.between(before, after));
        if (!beside.isNull()) {
            changes.add(new Change("/appraisals", NullNode.getInstance(), beside));
        }
        return new Trail.Changed(subject(project), project.version(), changes, after);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void changed(Caller who, Project project, String action, @Nullable String reason, Runnable change) {
        carryOut(who, project, action, reason, change, null);
    }

    /** The project leaves the library in favour of another. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void merged(Caller who, Project project, UUID into, String reason, Runnable change) {
        carryOut(who, project, "merge", reason, change, into);
    }

    private void carryOut(
            Caller who,
            Project project,
            String action,
            @Nullable String reason,
            Runnable change,
            @Nullable UUID mergedInto) {
        ProjectState from = project.state();
        boolean wasListed = project.isPubliclyListed();
        boolean wasLate = project.isLate();
        ObjectNode before = document(project);
        change.run();
        judge(project);
        projects.flush();
        versions.keep(List.of(project), clock.now());
        if (project.state() != from || project.isLate() != wasLate) {
            progress.moved(
                    project.callYear(),
                    project.unitCode(),
                    from.name(),
                    project.state().name(),
                    (project.isLate() ? 1 : 0) - (wasLate ? 1 : 0));
        }
        invested(project, from);
        trail.change(who, subject(project), action, reason, project.version(), before, document(project));
        tellPublic(project, mergedInto, from, wasListed);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void deleted(Caller who, Project project, @Nullable String reason) {
        ObjectNode before = document(project);
        versions.end(List.of(project), clock.now());
        projects.delete(project);
        projects.flush();
        progress.moved(project.callYear(), project.unitCode(), project.state().name(), null, 0);
        trail.change(who, subject(project), "delete", reason, project.version() + 1, before, NullNode.getInstance());
    }

    /**
     * Something that hangs on the project came or went: an appraisal, a file, an invitation. The fields stay as they are.
     *
     * @param member what it hangs under, for example "attachments"
     * @param from null node when it came
     * @param to null node when it went
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void beside(Caller who, Project project, String action, String member, JsonNode from, JsonNode to) {
        projects.flush();
        versions.keep(List.of(project), clock.now());
        ObjectNode before = document(project);
        ObjectNode after = document(project);
        before.set(member, from);
        after.set(member, to);
        trail.change(who, subject(project), action, null, project.version(), before, after);
    }

    /** What is in the library can not be edited: only coming and going moves its sum. */
    private void invested(Project project, ProjectState from) {
        BigDecimal total = project.fields().totalInvestmentYuan();
        boolean was = ProjectState.IN_LIBRARY.contains(from);
        if (total != null && was != ProjectState.IN_LIBRARY.contains(project.state())) {
            progress.invested(project.callYear(), project.unitCode(), was ? total.negate() : total);
        }
    }

    /** After an appraisal or anything else that findings rest on. */
    void judge(Project project) {
        project.judged(findings.of(project));
    }

    public static Subject subject(Project project) {
        return new Subject("project", project.id().toString(), project.unitCode());
    }

    private void tellPublic(Project project, @Nullable UUID mergedInto, ProjectState from, boolean wasListed) {
        boolean becamePublic = project.state() == ProjectState.PUBLISHED && from != ProjectState.PUBLISHED;
        if (becamePublic) {
            published.fire(new ProjectPublished(
                    project.id(), project.code(), project.fields(), project.isExample(), clock.now()));
        } else if (wasListed && !project.isPubliclyListed()) {
            ProjectUnlisted.Reason reason = switch (project.state()) {
                case SIGNED -> ProjectUnlisted.Reason.SIGNED;
                case ARCHIVED -> mergedInto == null ? ProjectUnlisted.Reason.ARCHIVED : ProjectUnlisted.Reason.MERGED;
                case WITHDRAWN -> ProjectUnlisted.Reason.WITHDRAWN;
                default -> ProjectUnlisted.Reason.UNPUBLISHED;
            };
            unlisted.fire(new ProjectUnlisted(project.id(), reason, mergedInto, clock.now()));
        }
    }

    /** What the history keeps: the unit's fields and where the project stands. */
    private ObjectNode document(Project project) {
        return form.document(project.fields())
                .put("state", project.state().name())
                .put("late", project.isLate())
                .put("publiclyListed", project.isPubliclyListed());
    }
}
