package org.zhaoshang.dispatch.articles;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhaoshang.shared.fields.FieldView;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.CurrentLanguage;

/** The form of an article. */
@Path("article-fields")
@Tag(name = "articles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ArticleFormResource {
    private final CurrentLanguage language;

    ArticleFormResource(CurrentLanguage language) {
        this.language = language;
    }

    @GET
    @Authenticated
    @Operation(summary = "What the bureau edits of an article, in the order of the form")
    @APIResponse(responseCode = "200", description = "Labels, limits and help in the caller's language")
    public Page<FieldView> listArticleFields() {
        return Page.all(WriteArticle.FORM.fields().stream()
                .map(field -> FieldView.of(field, WriteArticle.FORM, language.get()))
                .toList());
    }
}
