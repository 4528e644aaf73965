package org.zhaoshang.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.rules.Finding;

/** A person's own address, and what of all they are told they want where. */
@Path("notifications/settings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "notifications")
class SettingsResource {
    private final EntityManager database;
    private final KnownKinds kinds;
    private final MailSettings mail;
    private final Trail trail;
    private final CurrentCaller caller;
    private final CurrentLanguage language;
    private final ObjectMapper json;

    SettingsResource(
            EntityManager database,
            KnownKinds kinds,
            MailSettings mail,
            Trail trail,
            CurrentCaller caller,
            CurrentLanguage language,
            ObjectMapper json) {
        this.database = database;
        this.kinds = kinds;
        this.mail = mail;
        this.trail = trail;
        this.caller = caller;
        this.language = language;
        this.json = json;
    }

    @Schema(name = "NotificationChoice")
    record Choice(
            @Schema(required = true, examples = "PRICE_REPORT_RETURNED") @Nullable
            String kind,

            @Schema(required = true, description = "Stands in the inbox")
            boolean inbox,

            @Schema(required = true, description = "Comes by mail")
            boolean mail) {}

    @Schema(name = "NotificationSettingsInput")
    record Input(
            @Nullable @Schema(description = "Without one nothing comes by mail", examples = "name@example.cn")
            String email,

            @Schema(
                    required = true,
                    description = "Of the mails",
                    enumeration = {"ZH", "EN"})
            @Nullable
            String language,

            @Nullable @Schema(description = "Kinds left out are as they begin")
            List<@Nullable Choice> kinds) {}

    @Schema(name = "NotificationKind")
    record KindView(
            @Schema(required = true, examples = "PRICE_REPORT_RETURNED")
            String kind,

            @Schema(required = true, description = "In the caller's language", examples = "要素价格年报被退回")
            String name,

            @Schema(required = true) boolean inbox,
            @Schema(required = true) boolean mail) {}

    @Schema(name = "NotificationSettings")
    record View(
            @Nullable String email,
            @Schema(required = true) Language language,

            @Schema(required = true, description = "Whether this installation sends mail at all")
            boolean mailAvailable,

            @Schema(required = true, description = "What one may be told, by one's roles")
            List<KindView> kinds,

            @Schema(required = true) long version) {}

    @GET
    @PermissionsAllowed(Permission.NOTIFICATIONS_READ)
    @Operation(summary = "One's own settings; those the kinds begin with until one decides")
    @APIResponse(responseCode = "200", description = "The settings; ETag is their version")
    public RestResponse<View> getNotificationSettings() {
        return answer(own());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @PermissionsAllowed(Permission.NOTIFICATIONS_READ)
    @Operation(summary = "Replace one's own settings", description = "They hold for what one is told from now on.")
    @APIResponse(responseCode = "200", description = "The settings as they are now")
    @APIResponse(responseCode = "412", description = "Changed meanwhile; `current` holds the settings")
    public RestResponse<View> replaceNotificationSettings(
            @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Input body) {
        Caller who = caller.get();
        NotificationSettings settings = own();
        Revision.require(ifMatch, settings.version(), () -> view(settings));
        Input input = body == null ? new Input(null, null, null) : body;
        String email = input.email() == null || input.email().isBlank()
                ? null
                : input.email().strip();
        List<@Nullable Choice> choices = input.kinds() == null ? List.of() : input.kinds();
        Map<String, NoticeKind> known = kinds.of(who.roles()).stream()
                .collect(Collectors.toMap(NoticeKind::code, kind -> kind, (one, same) -> one, TreeMap::new));
        List<Finding> findings = SettingsRules.check(email, input.language(), choices, known.keySet());
        if (!findings.isEmpty()) {
            throw Problem.badRequest(findings);
        }
        JsonNode before = json.valueToTree(settings.document());
        settings.decide(
                email,
                Language.valueOf(Objects.requireNonNull(input.language())),
                choices.stream()
                        .map(Objects::requireNonNull)
                        .map(choice -> new NotificationSettings.Choice(
                                Objects.requireNonNull(known.get(choice.kind())), choice.inbox(), choice.mail()))
                        .toList());
        database.persist(settings);
        database.flush();
        trail.change(
                who,
                new Subject("notification-settings", who.id().toString(), who.unitCode()),
                "update",
                null,
                settings.version(),
                before,
                json.valueToTree(settings.document()));
        return answer(settings);
    }

    private NotificationSettings own() {
        NotificationSettings stored =
                database.find(NotificationSettings.class, caller.get().id());
        return stored == null ? new NotificationSettings(caller.get().id()) : stored;
    }

    private RestResponse<View> answer(NotificationSettings settings) {
        return RestResponse.ResponseBuilder.ok(view(settings))
                .tag(Revision.tag(settings.version()))
                .build();
    }

    private View view(NotificationSettings settings) {
        return new View(
                settings.email(),
                settings.language(),
                mail.from().isPresent(),
                kinds.of(caller.get().roles()).stream()
                        .map(settings::of)
                        .map(choice -> new KindView(
                                choice.kind().code(),
                                choice.kind().name().in(language.get()),
                                choice.inbox(),
                                choice.mail()))
                        .toList(),
                settings.version());
    }
}
