package org.zhaoshang.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.notifications.Audience;
import org.zhaoshang.notifications.Notice;
import org.zhaoshang.notifications.NoticeKind;
import org.zhaoshang.notifications.NoticeKinds;
import org.zhaoshang.notifications.Notifications;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** What people are told of projects: what the bureau decided, and that a unit has begun to submit. */
@ApplicationScoped
class ProjectNotices implements NoticeKinds {
    private static final NoticeKind RETURNED =
            new NoticeKind("PROJECT_RETURNED", new Text("项目被退回修改", "A project was returned"), Role.OF_A_UNIT, true);
    private static final NoticeKind ACCEPTED =
            new NoticeKind("PROJECT_ACCEPTED", new Text("项目审核入库", "A project was accepted"), Role.OF_A_UNIT, false);
    private static final NoticeKind PUBLISHED =
            new NoticeKind("PROJECT_PUBLISHED", new Text("项目对外发布", "A project was published"), Role.OF_A_UNIT, false);
    private static final NoticeKind SUBMITTED = new NoticeKind(
            "PROJECTS_SUBMITTED", new Text("单位报送项目", "A unit submits projects"), Set.of(Role.BUREAU), true);

    private final Notifications notifications;
    private final Units units;
    private final CityClock clock;

    ProjectNotices(Notifications notifications, Units units, CityClock clock) {
        this.notifications = notifications;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(RETURNED, ACCEPTED, PUBLISHED, SUBMITTED);
    }

    /** Once a day: a unit submits its projects one after the other, and they are reviewed together. */
    void submitted(Project project) {
        String unit = units.nameOf(project.unitCode());
        notifications.tell(Notice.of(
                        SUBMITTED,
                        Audience.bureau(),
                        "/projects?state=SUBMITTED&unitCode=" + project.unitCode(),
                        new Text(unit + "报送了项目，请审核", unit + " submitted projects: please review them"))
                .once(SUBMITTED.code() + ":" + project.unitCode() + ":" + clock.today()));
    }

    void returned(Project project, String reason) {
        String name = project.fields().name();
        notifications.tell(Notice.of(
                        RETURNED,
                        Audience.unit(project.unitCode()),
                        "/projects/" + project.id() + "/edit",
                        new Text(
                                "项目“" + name + "”被退回，请按意见修改后重新报送",
                                "“" + name + "” was returned: please correct it and submit it again"))
                .quoting(reason));
    }

    void accepted(Project project, @Nullable String words) {
        String name = project.fields().name();
        notifications.tell(Notice.of(
                        ACCEPTED,
                        Audience.unit(project.unitCode()),
                        "/projects/" + project.id(),
                        new Text("项目“" + name + "”已审核入库", "“" + name + "” was accepted into the library"))
                .quoting(words));
    }

    void published(Project project) {
        String name = project.fields().name();
        notifications.tell(Notice.of(
                PUBLISHED,
                Audience.unit(project.unitCode()),
                "/projects/" + project.id(),
                new Text("项目“" + name + "”已对外发布", "“" + name + "” is published now")));
    }
}
