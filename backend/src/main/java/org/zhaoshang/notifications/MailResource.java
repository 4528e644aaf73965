package org.zhaoshang.notifications;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.time.CityClock;

/** What became of the mails: for the administrator, who learns whom a mail is for and why it waits, and not what it says. */
@Path("notifications/mails")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "notifications")
class MailResource {
    private static final Set<String> STATES =
            Arrays.stream(Mails.State.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private static final Order<MailView> NEWEST_FIRST = new Order<>(
            "-createdAt",
            "m.created_at",
            Cursor.Kind.INSTANT,
            mail -> mail.createdAt().toInstant(),
            MailView::id);

    private final Mails mails;
    private final KnownKinds kinds;
    private final CurrentLanguage language;

    MailResource(Mails mails, KnownKinds kinds, CurrentLanguage language) {
        this.mails = mails;
        this.kinds = kinds;
        this.language = language;
    }

    @Schema(name = "NotificationMail")
    record MailView(
            @Schema(required = true) UUID id,

            @Schema(required = true, description = "Whom it is for", examples = "150622")
            String username,

            @Schema(required = true) String displayName,

            @Schema(required = true, examples = "PRICE_REPORT_RETURNED")
            String kind,

            @Schema(required = true, description = "In the caller's language")
            String kindName,

            @Schema(required = true) Mails.State state,
            @Schema(required = true) int failures,

            @Nullable @Schema(description = "Of the last try, as the mail server said it")
            String lastError,

            @Schema(required = true) OffsetDateTime createdAt,
            @Nullable OffsetDateTime nextTryAt,
            @Nullable OffsetDateTime endedAt) {}

    @GET
    @PermissionsAllowed(Permission.SETTINGS_WRITE)
    @Operation(
            summary = "Mails and what became of them, newest first",
            description = "`state=WAITING,UNDELIVERED` are those that nobody has got.")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<MailView> listNotificationMails(
            @QueryParam("state") @Parameter(description = "WAITING, SENT, UNDELIVERED, DROPPED") @Nullable String state,
            @BeanParam Paging paging) {
        Conditions conditions = paging.check(conditions(state));
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Long total = paging.isCounted() ? mails.count(conditions) : null;
        List<MailView> rows = mails
                .after(
                        NEWEST_FIRST.after(conditions(state), "m", paging.cursor),
                        NEWEST_FIRST.by("m"),
                        paging.limit() + 1)
                .stream()
                .map(this::view)
                .toList();
        return NEWEST_FIRST.page(rows, paging.limit(), total);
    }

    private static Conditions conditions(@Nullable String state) {
        return new Conditions().oneOf("state", "m.state", state, STATES);
    }

    private MailView view(Tuple row) {
        String kind = row.get("kind", String.class);
        NoticeKind known = kinds.find(kind);
        Mails.State state = Mails.State.valueOf(row.get("state", String.class));
        return new MailView(
                row.get("id", UUID.class),
                row.get("username", String.class),
                row.get("display_name", String.class),
                kind,
                known == null ? kind : known.name().in(language.get()),
                state,
                row.get("failures", Integer.class),
                row.get("last_error", String.class),
                CityClock.local(row.get("created_at", Instant.class)),
                state == Mails.State.WAITING ? CityClock.local(row.get("next_try_at", Instant.class)) : null,
                CityClock.localOrNull(row.get("ended_at", Instant.class)));
    }
}
