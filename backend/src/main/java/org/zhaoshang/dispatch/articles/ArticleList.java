package org.zhaoshang.dispatch.articles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;
import org.zhaoshang.shared.search.Paging;

/** The list of articles by month, the newest first with experience before problems and suggestions as the brief prints them. */
@ApplicationScoped
class ArticleList {
    private static final Set<String> KINDS =
            Arrays.stream(ArticleKind.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> STATES =
            Arrays.stream(ArticleState.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    /** As the index has it; the newest month first puts experience first, too. */
    private static final String PLACE = """
            (p.month || '/' || case p.kind when 'EXPERIENCE' then '3' when 'PROBLEM' then '2' else '1' end
                || '/' || p.unit_code)""";

    private static final List<Order<Article>> ORDERS = Order.<Article>bothWays(
                    "month", PLACE, Cursor.Kind.TEXT, ArticleList::place, Article::id)
            .toList();

    private static String place(Article article) {
        int kind = ArticleKind.values().length - article.kind().ordinal();
        return article.month() + "/" + kind + "/" + article.unitCode();
    }

    private final EntityManager database;

    ArticleList(EntityManager database) {
        this.database = database;
    }

    Page<Article> page(ArticleFilter filter, Paging paging, RowScope scope) {
        Conditions conditions = paging.check(conditions(filter, scope));
        Order<Article> order = Order.chosen(filter.sort, ORDERS, conditions);
        conditions.where(); // what can not be read is refused before the cursor is looked at
        Long total = paging.isCounted() ? count(conditions) : null;
        Conditions after = order.after(conditions, "p", paging.cursor);
        @SuppressWarnings("unchecked")
        List<Article> rows = after.bind(database.createNativeQuery(
                        "select p.* from articles p where %s order by %s limit :surplus"
                                .formatted(after.where(), order.by("p")),
                        Article.class))
                .setParameter("surplus", paging.limit() + 1)
                .getResultList();
        return order.page(rows, paging.limit(), total);
    }

    private static Conditions conditions(ArticleFilter filter, RowScope scope) {
        return new Conditions()
                .and(
                        "(" + scope.where(Articles.COLUMNS) + ")",
                        scope.unitCode() == null ? Map.of() : Map.of("scopeUnit", scope.unitCode()))
                .oneOf("month", "p.month", filter.month)
                .oneOf("unitCode", "p.unit_code", filter.unitCode)
                .oneOf("kind", "p.kind", filter.kind, KINDS)
                .oneOf("state", "p.state", filter.state, STATES)
                .substring("q", "p.title || ' ' || p.body", filter.q);
    }

    private Long count(Conditions conditions) {
        return (Long) conditions
                .bind(database.createNativeQuery(
                        "select count(*) from articles p where " + conditions.where(), Long.class))
                .getSingleResult();
    }
}
