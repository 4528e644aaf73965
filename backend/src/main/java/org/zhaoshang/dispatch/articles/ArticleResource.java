package org.zhaoshang.dispatch.articles;

import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_READ;
import static org.zhaoshang.shared.caller.Permission.MONTHLY_REPORTS_REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.History;
import org.zhaoshang.audit.LabelledEntry;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.fields.Body;
import org.zhaoshang.shared.http.Idempotent;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.search.Paging;
import org.zhaoshang.shared.steps.Reason;
import org.zhaoshang.shared.steps.Reasons;
import org.zhaoshang.units.Units;

/** Articles: units read their own, the bureau edits and chooses. */
@Path("articles")
@Tag(
        name = "articles",
        description = "Material for the brief (简报稿件): made of the three texts of each report when it is submitted.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ArticleResource {
    private final Articles articles;
    private final ArticleList list;
    private final WriteArticle write;
    private final History history;
    private final Units units;
    private final CurrentCaller current;
    private final CurrentLanguage language;
    private final ObjectMapper json;
    private final Body form;

    ArticleResource(
            Articles articles,
            ArticleList list,
            WriteArticle write,
            History history,
            Units units,
            CurrentCaller current,
            CurrentLanguage language,
            ObjectMapper json) {
        this.articles = articles;
        this.list = list;
        this.write = write;
        this.history = history;
        this.units = units;
        this.current = current;
        this.language = language;
        this.json = json;
        this.form = new Body(WriteArticle.FORM, (codes, code) -> false, json);
    }

    @GET
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "Lists articles, the newest month first, within it by kind")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<ArticleView> listArticles(@BeanParam @Valid ArticleFilter filter, @BeanParam Paging paging) {
        Page<Article> page = list.page(filter, paging, current.scope());
        return new Page<>(page.items().stream().map(this::view).toList(), page.nextCursor(), page.total());
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "One article")
    @APIResponse(responseCode = "200", description = "As it is now")
    public RestResponse<ArticleView> getArticle(@PathParam("id") UUID id) {
        return answer(articles.seen(id, current.scope()));
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(MONTHLY_REPORTS_REVIEW)
    @Consumes("application/merge-patch+json")
    @Operation(
            summary = "Edits an article by JSON merge patch (RFC 7396)",
            description = "The unit's report and `source` stay as they were written.")
    @APIResponse(responseCode = "200", description = "The article as it is now")
    public RestResponse<ArticleView> updateArticle(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("X-Action-Reason") @Nullable String reason,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = ArticleFields.class)))
                    @Nullable
                    JsonNode patch) {
        Article article = unchanged(id, ifMatch);
        write.edit(
                current.get(),
                article,
                form.merge(json.valueToTree(article.fields()), patch, ArticleFields.class),
                Reasons.optional(reason));
        return answer(article);
    }

    @POST
    @Path("{id}/adopt")
    @Transactional
    @Idempotent
    @PermissionsAllowed(MONTHLY_REPORTS_REVIEW)
    @Operation(summary = "Takes an article for the brief; its unit is told")
    @APIResponse(
            responseCode = "200",
            description = "The article as it is now",
            content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(responseCode = "409", description = "It is taken already")
    public RestResponse<ArticleView> adoptArticle(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        Article article = unchanged(id, ifMatch);
        write.adopt(current.get(), article, Reasons.optional(Reason.in(body)));
        return answer(article);
    }

    @POST
    @Path("{id}/decline")
    @Transactional
    @Idempotent
    @PermissionsAllowed(MONTHLY_REPORTS_REVIEW)
    @Operation(summary = "Leaves an article out of the brief, with the reason that its unit reads")
    @APIResponse(
            responseCode = "200",
            description = "The article as it is now",
            content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(responseCode = "409", description = "It is left out already")
    public RestResponse<ArticleView> declineArticle(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Reason body) {
        Article article = unchanged(id, ifMatch);
        write.decline(current.get(), article, Reasons.required(Reason.in(body)));
        return answer(article);
    }

    @GET
    @Path("{id}/history")
    @PermissionsAllowed(MONTHLY_REPORTS_READ)
    @Operation(summary = "Who changed what of the article, newest first")
    @APIResponse(responseCode = "200", description = "A page; Link names the next one")
    public Page<LabelledEntry> getArticleHistory(@PathParam("id") UUID id, @BeanParam Paging paging) {
        Article article = articles.seen(id, current.scope());
        return LabelledEntry.page(history.of(WriteArticle.subject(article), paging), language.get());
    }

    private Article unchanged(UUID id, @Nullable String ifMatch) {
        Article article = articles.seen(id, current.scope());
        Revision.require(ifMatch, article.version(), () -> view(article));
        return article;
    }

    private ArticleView view(Article article) {
        return ArticleView.of(article, units.nameOf(article.unitCode()), current.get(), language.get());
    }

    private RestResponse<ArticleView> answer(Article article) {
        return RestResponse.ResponseBuilder.ok(view(article))
                .tag(Revision.tag(article.version()))
                .build();
    }
}
