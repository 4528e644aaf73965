package org.zhaoshang.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.zhaoshang.notifications.Audience;
import org.zhaoshang.notifications.Notice;
import org.zhaoshang.notifications.NoticeKind;
import org.zhaoshang.notifications.NoticeKinds;
import org.zhaoshang.notifications.Notifications;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;

/** What the units are told of a call: that it is open, and that one of them has more time. */
@ApplicationScoped
class CallNotices implements NoticeKinds {
    private static final NoticeKind OPENED =
            new NoticeKind("CALL_OPENED", new Text("年度征集开始", "The yearly call is open"), Role.OF_A_UNIT, true);
    private static final NoticeKind EXTENDED =
            new NoticeKind("CALL_EXTENDED", new Text("准予延期报送", "An extension was granted"), Role.OF_A_UNIT, true);

    private final Notifications notifications;

    CallNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(OPENED, EXTENDED);
    }

    void opened(Call call) {
        notifications.tell(Notice.of(
                        OPENED,
                        Audience.units(),
                        page(call),
                        new Text(
                                call.year() + " 年度招商引资项目征集已开始，请按要求报送",
                                "The call for projects of " + call.year() + " is open: please submit yours"))
                .due(call.deadline()));
    }

    void extended(Call call, Extension extension) {
        notifications.tell(Notice.of(
                        EXTENDED,
                        Audience.unit(extension.unitCode()),
                        page(call),
                        new Text(
                                call.year() + " 年度征集准予本单位延期报送",
                                "Your unit was granted more time for the call of " + call.year()))
                .quoting(extension.reason())
                .due(extension.until()));
    }

    private static String page(Call call) {
        return "/calls/" + call.year();
    }
}
