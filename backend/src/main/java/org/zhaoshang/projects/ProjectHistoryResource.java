package org.zhaoshang.projects;

import static org.zhaoshang.shared.caller.Permission.PROJECTS_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhaoshang.audit.History;
import org.zhaoshang.audit.LabelledEntry;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.search.Paging;

/** What happened to one project. */
@Path("projects/{id}/history")
@Tag(name = "projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProjectHistoryResource {
    private final Projects projects;
    private final History history;
    private final CurrentCaller current;
    private final CurrentLanguage language;

    ProjectHistoryResource(Projects projects, History history, CurrentCaller current, CurrentLanguage language) {
        this.projects = projects;
        this.history = history;
        this.current = current;
        this.language = language;
    }

    @GET
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "Who changed what, when and why, newest first")
    public Page<LabelledEntry> getProjectHistory(@PathParam("id") UUID id, @BeanParam Paging paging) {
        Project project = projects.seen(id, current.scope());
        return LabelledEntry.page(history.of(ProjectJournal.subject(project), paging), language.get());
    }
}
