package org.zhaoshang.signing;

import static org.zhaoshang.shared.caller.Permission.*;

import org.zhaoshang.shared.caller.Caller;

/** What can be done to a signed project, and by whom. */
enum SigningAction {
    EDIT("edit", SIGNED_PROJECTS_WRITE),
    DELETE("delete", SIGNED_PROJECTS_WRITE),
    STAGE("stage", SIGNED_PROJECTS_WRITE),
    AGREE("agree", SIGNED_PROJECTS_WRITE),
    PERMIT("permit", SIGNED_PROJECTS_WRITE),
    ATTACH("attach", SIGNED_PROJECTS_WRITE),
    EXCLUDE("exclude", SIGNED_PROJECTS_REVIEW),
    INCLUDE("include", SIGNED_PROJECTS_REVIEW);

    private final String word;
    private final String permission;

    SigningAction(String word, String permission) {
        this.word = word;
        this.permission = permission;
    }

    String word() {
        return word;
    }

    boolean isFor(Caller caller) {
        return caller.may(permission);
    }
}
