package org.zhaoshang.dispatch.articles;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 待选用, 已采用, 未采用. */
@Schema(name = "ArticleState")
enum ArticleState {
    OFFERED,
    ADOPTED,
    DECLINED
}
