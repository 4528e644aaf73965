package org.zhaoshang.projects;

import static org.zhaoshang.projects.ProjectState.*;
import static org.zhaoshang.shared.caller.Permission.*;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.zhaoshang.shared.caller.Caller;

/** What can be done to a project, from which states, by whom: the life cycle as one table. */
public enum Action {
    EDIT(PROJECTS_WRITE, false, DRAFT, RETURNED),
    DELETE(PROJECTS_WRITE, false, DRAFT),
    APPRAISE(PROJECTS_WRITE, false, DRAFT, RETURNED),
    ATTACH(PROJECTS_WRITE, false, DRAFT, RETURNED),
    SUBMIT(PROJECTS_SUBMIT, false, DRAFT, RETURNED),
    RECALL(PROJECTS_SUBMIT, false, SUBMITTED),
    WITHDRAW(PROJECTS_SUBMIT, true, DRAFT, SUBMITTED, RETURNED),
    RETURN(PROJECTS_REVIEW, true, SUBMITTED, ACCEPTED, PUBLISHED),
    ACCEPT(PROJECTS_REVIEW, false, SUBMITTED),
    PUBLISH(PROJECTS_REVIEW, false, ACCEPTED),
    UNPUBLISH(PROJECTS_REVIEW, true, PUBLISHED),
    NEGOTIATE(PROJECTS_REVIEW, false, ACCEPTED, PUBLISHED),
    SIGN(PROJECTS_REVIEW, false, NEGOTIATING),
    ARCHIVE(PROJECTS_REVIEW, true, ACCEPTED, PUBLISHED, NEGOTIATING, SIGNED),
    REOPEN(PROJECTS_REVIEW, true, WITHDRAWN, ARCHIVED);

    private final String permission;
    private final boolean reasonOwed;
    private final Set<ProjectState> from;

    Action(String permission, boolean reasonOwed, ProjectState first, ProjectState... others) {
        this.permission = permission;
        this.reasonOwed = reasonOwed;
        this.from = Set.copyOf(EnumSet.of(first, others));
    }

    /** The verb in the address. */
    public String verb() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean reasonOwed() {
        return reasonOwed;
    }

    public boolean startsFrom(ProjectState state) {
        return from.contains(state);
    }

    /**
     * Units negotiate and sign what they promote; the bureau may record both for them. An expert appraises what it was
     * invited to, which the row scope decides.
     */
    public boolean isFor(Caller caller) {
        return caller.may(permission)
                || (this == NEGOTIATE || this == SIGN) && caller.may(PROJECTS_SUBMIT)
                || this == APPRAISE && caller.may(PROJECTS_APPRAISE);
    }
}
