package org.zhaoshang.notifications;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.time.CityClock;

/** What one was told, as the inbox shows it. */
@Schema(name = "Notification")
record NotificationView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "PRICE_REPORT_RETURNED")
        String kind,

        @Schema(required = true, description = "In the caller's language", examples = "“年产3万吨硅材料项目”被退回，请按意见修改后重新报送")
        String title,

        @Nullable @Schema(description = "What else was said, such as the reason")
        String words,

        @Schema(required = true, description = "The client's page for it")
        String page,

        @Nullable @Schema(description = "The last day of what is asked, to its end in Asia/Shanghai")
        LocalDate dueOn,

        @Schema(required = true) OffsetDateTime createdAt,

        @Nullable @Schema(description = "Absent while it is unread")
        OffsetDateTime readAt) {

    static NotificationView of(Tuple row, Language language) {
        String in = language == Language.EN ? "_en" : "_zh";
        return new NotificationView(
                row.get("id", UUID.class),
                row.get("kind", String.class),
                row.get("title" + in, String.class),
                row.get("words" + in, String.class),
                row.get("page", String.class),
                row.get("due_on", LocalDate.class),
                CityClock.local(row.get("created_at", Instant.class)),
                CityClock.localOrNull(row.get("read_at", Instant.class)));
    }
}
