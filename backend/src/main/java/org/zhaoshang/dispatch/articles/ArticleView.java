package org.zhaoshang.dispatch.articles;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.time.CityClock;

/** An article as its unit and the city read it. */
@Schema(name = "Article", description = "A text of a monthly report as material for the brief (简报稿件).")
record ArticleView(
        @Schema(required = true) UUID id,
        @Schema(required = true) long version,
        @Schema(required = true, examples = "2021-03") String month,
        @Schema(required = true, examples = "150622") String unitCode,
        @Schema(required = true, examples = "准格尔旗") String unitName,
        @Schema(required = true) ArticleKind kind,
        @Schema(required = true) String kindName,
        @JsonUnwrapped @Schema(required = true) ArticleFields fields,

        @Schema(required = true, description = "As the unit wrote it")
        String source,

        @Schema(required = true) ArticleState state,

        @Nullable @Schema(description = "Why it was taken or not")
        String reason,

        @Nullable OffsetDateTime decidedAt,
        @Nullable String decidedBy,
        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true) List<String> allowedActions) {

    static ArticleView of(Article article, String unitName, Caller viewer, Language language) {
        return new ArticleView(
                article.id(),
                article.version(),
                article.month(),
                article.unitCode(),
                unitName,
                article.kind(),
                article.kind().label().in(language),
                article.fields(),
                article.source(),
                article.state(),
                article.reason().orElse(null),
                article.decidedAt().map(CityClock::local).orElse(null),
                article.decidedBy().orElse(null),
                CityClock.local(article.updatedAt()),
                article.updatedBy(),
                viewer.may(Permission.MONTHLY_REPORTS_REVIEW) ? actions(article.state()) : List.of());
    }

    private static List<String> actions(ArticleState state) {
        return switch (state) {
            case OFFERED -> List.of("edit", "adopt", "decline");
            case ADOPTED -> List.of("edit", "decline");
            case DECLINED -> List.of("edit", "adopt");
        };
    }
}
