package org.zhaoshang.dispatch.articles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.dispatch.ReportSubmitted;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Units offer articles with their reports, the bureau edits and chooses; each change leaves its trail. */
@ApplicationScoped
class WriteArticle {
    static final Form FORM = Form.load("article");

    private static final Text ADOPTED = new Text("这篇稿件已经采用", "This article is taken already");
    private static final Text DECLINED = new Text("这篇稿件已经记为不采用", "This article is left out already");

    private final Articles articles;
    private final ArticleNotices notices;
    private final Units units;
    private final Trail trail;
    private final ObjectMapper json;
    private final CityClock clock;

    WriteArticle(
            Articles articles, ArticleNotices notices, Units units, Trail trail, ObjectMapper json, CityClock clock) {
        this.articles = articles;
        this.notices = notices;
        this.units = units;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    static Subject subject(Article article) {
        return new Subject("article", article.id().toString(), article.unitCode());
    }

    /** In the transaction of the submission. A text that stayed as it was keeps what was decided on it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void take(@Observes ReportSubmitted report) {
        Map<ArticleKind, Article> present = new EnumMap<>(ArticleKind.class);
        articles.of(report.month(), report.unitCode()).forEach(article -> present.put(article.kind(), article));
        take(report, ArticleKind.EXPERIENCE, report.experience(), present.get(ArticleKind.EXPERIENCE));
        take(report, ArticleKind.PROBLEM, report.problems(), present.get(ArticleKind.PROBLEM));
        take(report, ArticleKind.SUGGESTION, report.suggestions(), present.get(ArticleKind.SUGGESTION));
    }

    private void take(ReportSubmitted report, ArticleKind kind, @Nullable String given, @Nullable Article present) {
        String text = given == null ? "" : given.strip();
        Caller by = report.by();
        if (present == null) {
            if (!text.isEmpty()) {
                offer(report, kind, text);
            }
        } else if (text.isEmpty()) {
            JsonNode before = document(present);
            articles.delete(present);
            trail.change(by, subject(present), "delete", null, present.version(), before, NullNode.getInstance());
        } else if (!text.equals(present.source())) {
            noted(by, present, "offer", null, () -> present.offerAnew(text, by, clock.now()));
        }
    }

    private void offer(ReportSubmitted report, ArticleKind kind, String text) {
        Article article = new Article(
                report.month(), report.unitCode(), kind, title(report, kind), text, report.by(), clock.now());
        articles.persistAndFlush(article);
        trail.change(
                report.by(),
                subject(article),
                "offer",
                null,
                article.version(),
                NullNode.getInstance(),
                document(article));
    }

    private String title(ReportSubmitted report, ArticleKind kind) {
        YearMonth month = YearMonth.parse(report.month());
        return "%s%d年%d月%s"
                .formatted(
                        units.nameOf(report.unitCode()),
                        month.getYear(),
                        month.getMonthValue(),
                        kind.label().in(Language.ZH));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void edit(Caller who, Article article, ArticleFields fields, @Nullable String reason) {
        if (!fields.equals(article.fields())) {
            noted(who, article, "update", reason, () -> article.edit(fields, who, clock.now()));
        }
    }

    /** @throws Problem 409 for one that is taken already */
    @Transactional(Transactional.TxType.MANDATORY)
    void adopt(Caller who, Article article, @Nullable String reason) {
        refuse(article, ArticleState.ADOPTED, ADOPTED);
        noted(who, article, "adopt", reason, () -> article.adopt(reason, who, clock.now()));
        notices.adopted(article);
    }

    /** @throws Problem 409 for one that is left out already */
    @Transactional(Transactional.TxType.MANDATORY)
    void decline(Caller who, Article article, String reason) {
        refuse(article, ArticleState.DECLINED, DECLINED);
        noted(who, article, "decline", reason, () -> article.decline(reason, who, clock.now()));
    }

    private static void refuse(Article article, ArticleState already, Text why) {
        if (article.state() == already) {
            throw Problem.conflict(why, List.of(Finding.of("STATE", "", Map.of("problem", why))));
        }
    }

    private void noted(Caller who, Article article, String action, @Nullable String reason, Runnable change) {
        ObjectNode before = document(article);
        change.run();
        articles.flush();
        trail.change(who, subject(article), action, reason, article.version(), before, document(article));
    }

    private ObjectNode document(Article article) {
        ObjectNode document = json.valueToTree(article.fields());
        return document.put("state", article.state().name());
    }
}
