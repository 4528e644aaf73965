package org.zhaoshang.notifications;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.zhaoshang.Given;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;

/** Notices of a kind that only tests have. */
@ApplicationScoped
public class GivenNotice implements NoticeKinds {
    static final NoticeKind KIND =
            new NoticeKind("TRIAL_NOTICE", new Text("测试通知", "Trial"), EnumSet.allOf(Role.class), true);

    static final NoticeKind QUIET =
            new NoticeKind("TRIAL_QUIET", new Text("测试通知（不发邮件）", "Quiet trial"), EnumSet.allOf(Role.class), false);

    private final Notifications notifications;

    GivenNotice(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(KIND, QUIET);
    }

    /** Committed at once. */
    public void tell(Audience audience, String title) {
        QuarkusTransaction.requiringNew().run(() -> notifications.tell(notice(audience, title)));
    }

    /** To the reporter of a demonstration unit alone. @return its id in that person's inbox */
    public static String toReporter(String unitCode, String title) {
        RequestSpecification reporter = Given.signedIn(unitCode);
        String account = reporter.get("/api/v1/auth/me").then().extract().path("id");
        Arc.container()
                .instance(GivenNotice.class)
                .get()
                .tell(new Audience(Set.of(), unitCode, UUID.fromString(account)), title);
        return Given.signedIn(unitCode).get(Inboxes.PATH).then().extract().path("items[0].id");
    }

    static Notice notice(Audience audience, String title) {
        return Notice.of(KIND, audience, "/projects", new Text(title, "en " + title));
    }
}
