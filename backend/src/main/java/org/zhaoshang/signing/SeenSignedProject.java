package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;

/** A change of one signed project over HTTP: of the version its caller has seen, answered with the project as it then is. */
@ApplicationScoped
class SeenSignedProject {
    private final SignedProjects projects;
    private final SignedProjectViews views;
    private final CurrentCaller current;

    SeenSignedProject(SignedProjects projects, SignedProjectViews views, CurrentCaller current) {
        this.projects = projects;
        this.views = views;
        this.current = current;
    }

    /**
     * @param ifMatch the header as it came
     * @throws Problem 404 for what the caller does not see, 428 without the header, 412 when it names another version
     */
    SignedProject unchanged(UUID id, @Nullable String ifMatch) {
        SignedProject project = projects.seen(id, current.scope());
        Revision.require(ifMatch, project.version(), () -> views.of(project));
        return project;
    }

    /** @param change refuses by a {@link Problem}; two at once are told apart by the version, the later one is 412 */
    RestResponse<SignedProjectView> change(
            UUID id, @Nullable String ifMatch, BiConsumer<Caller, SignedProject> change) {
        SignedProject project = unchanged(id, ifMatch);
        change.accept(current.get(), project);
        return views.answer(project);
    }
}
