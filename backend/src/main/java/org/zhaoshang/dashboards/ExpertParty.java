package org.zhaoshang.dashboards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.zhaoshang.projects.ProjectTally;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Text;

/** An expert: the projects one was invited to that have no appraisal yet. */
@ApplicationScoped
class ExpertParty implements Party {
    private static final List<String> BEFORE_SUBMISSION = List.of("DRAFT", "RETURNED");

    private final ProjectTally tally;

    ExpertParty(ProjectTally tally) {
        this.tally = tally;
    }

    @Override
    public boolean includes(Caller caller) {
        return caller.is(Role.EXPERT);
    }

    @Override
    public void fill(Board board, Caller caller) {
        long count = tally.of(RowScope.of(caller), String.join(",", BEFORE_SUBMISSION), null, null, false)
                .count();
        if (count > 0) {
            ProjectQuery query = ProjectQuery.of(BEFORE_SUBMISSION, null).and("appraised", false);
            board.add(new Duty(
                    Duty.Kind.APPRAISE,
                    count,
                    board.say(new Text(count + " 个项目请您论证", count + " projects ask for your appraisal")),
                    null,
                    null,
                    null,
                    query.href(),
                    query.page(),
                    Duty.Urgency.NORMAL));
        }
    }
}
