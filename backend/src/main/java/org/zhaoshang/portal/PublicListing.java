package org.zhaoshang.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.zhaoshang.projects.ProjectPublished;
import org.zhaoshang.projects.ProjectUnlisted;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.units.Industries;
import org.zhaoshang.units.Units;

/** Keeps the public projects in step with the library, in the transaction of each change: never ahead of it, never behind. */
@ApplicationScoped
class PublicListing {
    private final PublicProjects projects;
    private final PublicRows rows;
    private final PublicChanges changes;
    private final Units units;
    private final Industries industries;

    PublicListing(PublicProjects projects, PublicRows rows, PublicChanges changes, Units units, Industries industries) {
        this.projects = projects;
        this.rows = rows;
        this.changes = changes;
        this.units = units;
        this.industries = industries;
    }

    /** @throws Problem 422 for what must not be public; the change that asked for it is undone */
    @Transactional(Transactional.TxType.MANDATORY)
    void publish(@Observes ProjectPublished event) {
        List<Finding> barred = PublicRules.bar(event.fields());
        if (!barred.isEmpty()) {
            throw Problem.unprocessable(new Text("有不能对外公布的内容，请退回修改", "Not fit for the public: return it"), barred);
        }
        changes.atTheEnd(seq -> {
            Instant first = rows.publishedAt(PublicKind.PROJECTS, event.id()).orElse(event.at());
            projects.put(PublicProject.of(event, first, units, industries), seq);
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void remove(@Observes ProjectUnlisted event) {
        changes.atTheEnd(seq -> rows.remove(
                PublicKind.PROJECTS, event.id(), event.reason().name(), event.mergedInto(), event.at(), seq));
    }
}
