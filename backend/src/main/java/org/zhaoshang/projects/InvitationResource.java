package org.zhaoshang.projects;

import static org.zhaoshang.shared.caller.Permission.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.accounts.Account;
import org.zhaoshang.accounts.Accounts;
import org.zhaoshang.projects.Invitations.Invitation;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** The unit lets an expert see one of its projects and appraise it; the expert sees no other. */
@Path("projects/{id}/invitations")
@Tag(name = "appraisals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class InvitationResource {
    private static final Text USERNAME = new Text("专家账号", "Expert's user name");

    private static final Pattern USERNAMES = Pattern.compile("[\\w.-]{2,64}");

    private final Projects projects;
    private final Invitations invitations;
    private final Accounts accounts;
    private final Permits permits;
    private final ProjectJournal journal;
    private final InviteExpert inviteExpert;
    private final CurrentCaller current;

    InvitationResource(
            Projects projects,
            Invitations invitations,
            Accounts accounts,
            Permits permits,
            ProjectJournal journal,
            InviteExpert inviteExpert,
            CurrentCaller current) {
        this.projects = projects;
        this.invitations = invitations;
        this.accounts = accounts;
        this.permits = permits;
        this.journal = journal;
        this.inviteExpert = inviteExpert;
        this.current = current;
    }

    @Schema(name = "InvitationRequest")
    record Request(
            @Schema(required = true, examples = "expert") @Nullable
            String username) {}

    @Schema(name = "Invitation")
    record InvitationView(
            @Schema(required = true, examples = "expert") String username,
            @Schema(required = true) String displayName,
            @Schema(required = true) OffsetDateTime invitedAt,
            @Schema(required = true) String invitedBy) {

        static InvitationView of(Invitation invitation) {
            return new InvitationView(
                    invitation.username(),
                    invitation.displayName(),
                    CityClock.local(invitation.invitedAt()),
                    invitation.invitedBy());
        }
    }

    @GET
    @PermissionsAllowed(PROJECTS_READ)
    @Operation(summary = "The experts invited to appraise the project")
    public Page<InvitationView> listInvitations(@PathParam("id") UUID id) {
        projects.seen(id, current.scope());
        return Page.all(invitations.of(id).stream().map(InvitationView::of).toList());
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PROJECTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Invites an expert; inviting again changes nothing")
    @APIResponse(
            responseCode = "201",
            description = "The expert sees the project and may appraise it",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    public RestResponse<InvitationView> inviteExpert(@PathParam("id") UUID id, @Nullable Request body) {
        Project project = projects.held(Set.of(id), current.scope()).getFirst();
        permits.require(Action.APPRAISE, project, current.get());
        Account expert = expert(body == null ? null : body.username());
        inviteExpert.invite(current.get(), project, expert);
        Invitation kept = invitations.of(id).stream()
                .filter(invitation -> invitation.accountId().equals(expert.id()))
                .findFirst()
                .orElseThrow();
        return RestResponse.ResponseBuilder.<InvitationView>created(
                        URI.create("projects/" + id + "/invitations/" + expert.username()))
                .entity(InvitationView.of(kept))
                .build();
    }

    @DELETE
    @Path("{username}")
    @Transactional
    @PermissionsAllowed(PROJECTS_WRITE)
    @Operation(summary = "Takes an invitation back; what the expert recorded stays")
    public void withdrawInvitation(@PathParam("id") UUID id, @PathParam("username") String username) {
        Project project = projects.held(Set.of(id), current.scope()).getFirst();
        permits.require(Action.APPRAISE, project, current.get());
        Invitation kept = invitations.of(id).stream()
                .filter(invitation -> invitation.username().equals(username))
                .findFirst()
                .orElseThrow(Problem::notFound);
        invitations.remove(id, kept.accountId());
        journal.beside(
                current.get(), project, "uninvite", "invitations", named(kept.displayName()), NullNode.getInstance());
    }

    /** One answer for a name that does not exist, is no expert or is shut out: units do not learn who has an account. */
    private Account expert(@Nullable String username) {
        if (username == null || username.isBlank()) {
            throw Problem.badRequest(Finding.of("REQUIRED", "/username", Map.of("label", USERNAME)));
        }
        return Optional.of(username)
                .filter(name -> USERNAMES.matcher(name).matches())
                .flatMap(accounts::byUsername)
                .filter(account -> account.is(Role.EXPERT) && !account.disabled())
                .orElseThrow(() -> Problem.badRequest(Finding.of(
                        "CODE",
                        "/username",
                        Map.of("label", USERNAME, "value", username.length() > 60 ? "…" : username))));
    }

    private static JsonNode named(String displayName) {
        return JsonNodeFactory.instance.textNode(displayName);
    }
}
