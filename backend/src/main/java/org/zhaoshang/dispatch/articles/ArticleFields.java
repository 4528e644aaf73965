package org.zhaoshang.dispatch.articles;

import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the bureau edits of an article; labels and limits are in {@code data/article-fields.csv}. */
@Embeddable
@Schema(name = "ArticleFields")
record ArticleFields(
        @Schema(required = true, maxLength = 100, examples = "准格尔旗2021年3月好的经验和做法")
        String title,

        @Schema(required = true, maxLength = 4000, description = "As the brief is to print it")
        String body) {}
