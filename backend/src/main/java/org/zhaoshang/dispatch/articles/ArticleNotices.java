package org.zhaoshang.dispatch.articles;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.zhaoshang.notifications.Audience;
import org.zhaoshang.notifications.Notice;
import org.zhaoshang.notifications.NoticeKind;
import org.zhaoshang.notifications.NoticeKinds;
import org.zhaoshang.notifications.Notifications;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;

/** A unit is told that the brief takes what it wrote. */
@ApplicationScoped
class ArticleNotices implements NoticeKinds {
    private static final NoticeKind ADOPTED = new NoticeKind(
            "ARTICLE_ADOPTED", new Text("稿件被简报采用", "An article was taken for the brief"), Role.OF_A_UNIT, false);

    private final Notifications notifications;

    ArticleNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(ADOPTED);
    }

    void adopted(Article article) {
        String title = article.fields().title();
        notifications.tell(Notice.of(
                ADOPTED,
                Audience.unit(article.unitCode()),
                "/monthly-reports/" + article.month() + "/" + article.unitCode(),
                new Text("稿件“" + title + "”被简报采用", "The brief takes “" + title + "”")));
    }
}
