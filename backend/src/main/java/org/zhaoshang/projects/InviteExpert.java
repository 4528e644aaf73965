package org.zhaoshang.projects;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.zhaoshang.accounts.Account;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.time.CityClock;

/** A unit lets an expert see one of its projects and appraise it. */
@ApplicationScoped
class InviteExpert {
    private final Invitations invitations;
    private final Permits permits;
    private final ProjectJournal journal;
    private final CityClock clock;

    InviteExpert(Invitations invitations, Permits permits, ProjectJournal journal, CityClock clock) {
        this.invitations = invitations;
        this.permits = permits;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Inviting again changes nothing.
     *
     * @param project held until the transaction ends
     * @throws Problem 403 or 409 where the project is not open to appraisals
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void invite(Caller who, Project project, Account expert) {
        permits.require(Action.APPRAISE, project, who);
        if (invitations.add(project.id(), expert, who, clock.now())) {
            journal.beside(
                    who,
                    project,
                    "invite",
                    "invitations",
                    NullNode.getInstance(),
                    JsonNodeFactory.instance.textNode(expert.displayName()));
        }
    }
}
