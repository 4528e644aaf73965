package org.zhaoshang.dispatch.articles;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.language.Text;

/** The text of a report that an article was made of. */
@Schema(name = "ArticleKind")
enum ArticleKind {
    EXPERIENCE("好的经验和做法", "Good experience"),
    PROBLEM("存在的突出问题", "Outstanding problems"),
    SUGGESTION("工作建议", "Suggestions");

    private final Text label;

    ArticleKind(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }
}
