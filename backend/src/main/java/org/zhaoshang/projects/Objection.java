package org.zhaoshang.projects;

import java.util.List;
import org.zhaoshang.shared.rules.Finding;

/** What a sub-package has against accepting a project: open duplicates, for one. Found by CDI, so that the parent need not know them. */
public interface Objection {
    List<Finding> toAccepting(Project project);
}
