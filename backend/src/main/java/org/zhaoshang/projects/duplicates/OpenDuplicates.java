package org.zhaoshang.projects.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.zhaoshang.projects.Objection;
import org.zhaoshang.projects.Project;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** V19: what looks like another project is not accepted before a person has judged the pair. Only the bureau is told. */
@ApplicationScoped
class OpenDuplicates implements Objection {
    private static final Text UNJUDGED = new Text("请先裁决", "it needs a verdict first");
    private static final Text SAME = new Text("已裁定为同一项目，请退回或合并", "judged to be the same: return or merge it");

    private final Duplicates duplicates;

    OpenDuplicates(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @Override
    public List<Finding> toAccepting(Project project) {
        // Whoever accepts, the whole library is asked.
        return duplicates.of(project, RowScope.of(Caller.SYSTEM)).stream()
                .filter(found -> found.barsAccepting(project.id()))
                .map(found -> Finding.of(
                        "V19",
                        "/name",
                        Map.of(
                                "name", found.other().name(),
                                "code", found.other().code(),
                                "otherId", found.other().id(),
                                "level", found.match().level(),
                                "because", found.match().because(),
                                "problem", found.isOpen() ? UNJUDGED : SAME)))
                .toList();
    }
}
