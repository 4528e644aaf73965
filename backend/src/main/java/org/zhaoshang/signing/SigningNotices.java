package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.zhaoshang.notifications.Audience;
import org.zhaoshang.notifications.Notice;
import org.zhaoshang.notifications.NoticeKind;
import org.zhaoshang.notifications.NoticeKinds;
import org.zhaoshang.notifications.Notifications;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** What people are told of signed projects. */
@ApplicationScoped
class SigningNotices implements NoticeKinds {
    private static final NoticeKind DUPLICATE = new NoticeKind(
            "SIGNED_DUPLICATE", new Text("签约项目疑似重复", "Signed projects look like one"), Set.of(Role.BUREAU), false);

    private final Notifications notifications;
    private final SigningDuplicates duplicates;
    private final Units units;
    private final CityClock clock;

    SigningNotices(Notifications notifications, SigningDuplicates duplicates, Units units, CityClock clock) {
        this.notifications = notifications;
        this.duplicates = duplicates;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(DUPLICATE);
    }

    /** Looks for what resembles the projects of one unit that were written, and tells the bureau of what is new. */
    void look(List<SignedProject> written) {
        List<SigningDuplicates.Pair> found = duplicates.look(written);
        if (found.isEmpty()) {
            return;
        }
        SignedProject one = written.getFirst();
        notifications.tell(written.size() == 1 ? ofOne(one, found.getFirst()) : ofMany(one.unitCode()));
    }

    private static Notice ofOne(SignedProject project, SigningDuplicates.Pair pair) {
        String name = project.fields().name();
        return Notice.of(
                        DUPLICATE,
                        Audience.bureau(),
                        "/signed-projects/" + project.id(),
                        new Text(
                                "签约项目“" + name + "”疑似与已有项目重复，请裁决",
                                "The signed project “" + name + "” looks like another one: please judge"))
                .once("SIGNED_DUPLICATE:" + pair.project() + ":" + pair.other());
    }

    /** Of an upload, which comes in many lots: once a day for each unit. */
    private Notice ofMany(String unitCode) {
        String unit = units.nameOf(unitCode);
        return Notice.of(
                        DUPLICATE,
                        Audience.bureau(),
                        "/signed-projects?hasOpenDuplicates=true",
                        new Text(
                                unit + "批量写入的签约项目中有疑似重复的，请裁决",
                                "Among the signed projects that " + unit
                                        + " wrote in bulk some look alike: please judge"))
                .once("SIGNED_DUPLICATE:" + unitCode + ":" + clock.today());
    }
}
