package org.zhaoshang.dispatch.articles;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.http.Problem;

/** The queries on articles: of one report there are at most as many as kinds. */
@ApplicationScoped
class Articles implements PanacheRepositoryBase<Article, UUID> {
    /** There is none before its report was submitted. */
    static final RowScope.Columns COLUMNS = new RowScope.Columns("p.unit_code", "true", "false");

    /**
     * The article if the scope sees it.
     *
     * @throws Problem 404 for what is absent and for what is not the caller's to see alike
     */
    Article seen(UUID id, RowScope scope) {
        var query = getEntityManager()
                .createNativeQuery(
                        "select p.* from articles p where p.id = :id and (%s)".formatted(scope.where(COLUMNS)),
                        Article.class)
                .setParameter("id", id);
        Projects.bind(query, scope);
        @SuppressWarnings("unchecked")
        List<Article> found = query.getResultList();
        return found.stream().findFirst().orElseThrow(Problem::notFound);
    }

    /** In the order of the report. */
    List<Article> of(String month, String unitCode) {
        return list("month = ?1 and unitCode = ?2", month, unitCode).stream()
                .sorted(Comparator.comparing(Article::kind))
                .toList();
    }
}
