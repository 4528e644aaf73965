package org.zhaoshang.projects.duplicates;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.projects.Project;
import org.zhaoshang.projects.ProjectJournal;
import org.zhaoshang.projects.ProjectState;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.duplicates.Judgement;
import org.zhaoshang.shared.duplicates.Verdict;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;

/** A person's verdict on two projects that look alike, with what follows from it. */
@ApplicationScoped
class JudgeDuplicate {
    private static final String ACTION = "judge-duplicate";

    private final Duplicates duplicates;
    private final ProjectJournal journal;
    private final Trail trail;
    private final CityClock clock;
    private final ObjectMapper json;

    JudgeDuplicate(Duplicates duplicates, ProjectJournal journal, Trail trail, CityClock clock, ObjectMapper json) {
        this.duplicates = duplicates;
        this.journal = journal;
        this.trail = trail;
        this.clock = clock;
        this.json = json;
    }

    /** Passes the verdict on {@code project}, which looks like {@code other}. */
    @Transactional(Transactional.TxType.MANDATORY)
    Judgement pass(Verdict verdict, String reason, Project project, Project other, int level, Caller by) {
        Judgement judgement = new Judgement(verdict, reason, by.displayName(), clock.now(), project.id(), level);
        duplicates.judge(other.id(), judgement);
        record(judgement, project, other, by);
        if (verdict == Verdict.MERGE) {
            merge(project, other, by);
        }
        return judgement;
    }

    /**
     * The pair keeps everything in an entry of its own. What the two projects' histories show, their units read: where the
     * units differ, neither may learn there what the other reported, nor from the words of the verdict.
     */
    private void record(Judgement judgement, Project project, Project other, Caller by) {
        @Nullable
        String shown = project.unitCode().equals(other.unitCode())
                ? judgement.verdict().label().zh() + "：" + judgement.reason()
                : null;
        trail.note(by, ProjectJournal.subject(project), ACTION, shown);
        trail.note(by, ProjectJournal.subject(other), ACTION, shown);
        trail.change(
                by,
                new Subject("duplicate", project.id() + ":" + other.id(), null),
                ACTION,
                judgement.reason(),
                0,
                NullNode.getInstance(),
                json.createObjectNode()
                        .put("project", project.code())
                        .put("other", other.code())
                        .put("level", judgement.level())
                        .put("verdict", judgement.verdict().name()));
    }

    private void merge(Project project, Project other, Caller by) {
        if (other.state() == ProjectState.DRAFT) {
            throw Problem.conflict(new Text(
                    "对方项目尚未报送，不能合并到草稿；可从对方项目发起裁决", "The other one is a draft still: judge from its side instead"));
        }
        boolean mayBeNamed = project.unitCode().equals(other.unitCode()) || other.isPubliclyListed();
        String reason = mayBeNamed ? "合并到 " + other.code() : "合并到其他单位填报的同一项目，详情请联系市商务局";
        journal.merged(by, project, other.id(), reason, () -> project.mergeAway(reason, by, clock.now()));
    }
}
