package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.duplicates.Judgement;
import org.zhaoshang.shared.duplicates.Verdict;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;

/**
 * A person's verdict on two signed projects that look alike, with what follows from it: what is the same as another counts
 * nowhere any more (V18), and counts again once the verdict is that it is not. The bureau edits no field: a unit that is to go on
 * with the other one says so by its stage.
 */
@ApplicationScoped
class JudgeSigningDuplicate {
    private static final String ACTION = "judge-duplicate";
    private static final Text ELSEWHERE =
            new Text("与其他单位填报的项目重复，详情请联系市商务局", "another unit's project is the same: ask the bureau");

    private final SigningDuplicates duplicates;
    private final SignedProjectJournal journal;
    private final Trail trail;
    private final CityClock clock;
    private final ObjectMapper json;

    JudgeSigningDuplicate(
            SigningDuplicates duplicates,
            SignedProjectJournal journal,
            Trail trail,
            CityClock clock,
            ObjectMapper json) {
        this.duplicates = duplicates;
        this.journal = journal;
        this.trail = trail;
        this.clock = clock;
        this.json = json;
    }

    /** Passes the verdict on {@code project}, which looks like {@code other}. */
    @Transactional(Transactional.TxType.MANDATORY)
    Judgement pass(Verdict verdict, String reason, SignedProject project, SignedProject other, int level, Caller by) {
        Judgement judgement = new Judgement(verdict, reason, by.displayName(), clock.now(), project.id(), level);
        duplicates.judge(other.id(), judgement);
        record(judgement, project, other, by);
        return judgement;
    }

    /**
     * The pair keeps everything in an entry of its own. What the two projects' histories show, their units read: where the
     * units differ, neither may learn there what the other reported, nor from the words of the verdict.
     */
    private void record(Judgement judgement, SignedProject project, SignedProject other, Caller by) {
        boolean sameUnit = project.unitCode().equals(other.unitCode());
        String said = judgement.verdict().label().zh() + "：" + judgement.reason();
        @Nullable String shown = sameUnit ? said : null;
        boolean excluded =
                project.exclusion().filter(Exclusion.DUPLICATE::equals).isPresent();
        if (judgement.verdict() != Verdict.NEW) {
            String note = sameUnit ? said + "（" + other.code() + "）" : ELSEWHERE.zh();
            journal.changed(
                    by, project, ACTION, note, () -> project.exclude(Exclusion.DUPLICATE, note, by, judgement.at()));
        } else if (excluded) {
            journal.changed(by, project, ACTION, shown, () -> project.exclude(null, null, by, judgement.at()));
        } else {
            trail.note(by, SignedProjectJournal.subject(project), ACTION, shown);
        }
        trail.note(by, SignedProjectJournal.subject(other), ACTION, shown);
        trail.change(
                by,
                new Subject("signing-duplicate", project.id() + ":" + other.id(), null),
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
}
