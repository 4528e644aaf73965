package org.zhaoshang.prices;

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
import org.zhaoshang.units.Units;

/** What people are told of price reports: that one waits for review, and what the bureau decided. */
@ApplicationScoped
class PriceNotices implements NoticeKinds {
    private static final NoticeKind SUBMITTED = new NoticeKind(
            "PRICE_REPORT_SUBMITTED",
            new Text("单位报送要素价格年报", "A unit submits its price report"),
            Set.of(Role.BUREAU),
            true);
    private static final NoticeKind RETURNED = new NoticeKind(
            "PRICE_REPORT_RETURNED", new Text("要素价格年报被退回修改", "The price report was returned"), Role.OF_A_UNIT, true);
    private static final NoticeKind ACCEPTED = new NoticeKind(
            "PRICE_REPORT_ACCEPTED", new Text("要素价格年报审定", "The price report was accepted"), Role.OF_A_UNIT, false);

    private final Notifications notifications;
    private final Units units;

    PriceNotices(Notifications notifications, Units units) {
        this.notifications = notifications;
        this.units = units;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(SUBMITTED, RETURNED, ACCEPTED);
    }

    void submitted(PriceReport report) {
        String unit = units.nameOf(report.unitCode());
        notifications.tell(Notice.of(
                SUBMITTED,
                Audience.bureau(),
                page(report),
                new Text(
                        unit + "报送了 " + report.year() + " 年要素价格年报，请审核",
                        unit + " submitted its price report of " + report.year() + ": please review it")));
    }

    void returned(PriceReport report, String reason) {
        notifications.tell(Notice.of(
                        RETURNED,
                        Audience.unit(report.unitCode()),
                        page(report),
                        new Text(
                                report.year() + " 年要素价格年报被退回，请按意见修改后重新报送",
                                "The price report of " + report.year()
                                        + " was returned: please correct it and submit it again"))
                .quoting(reason));
    }

    void accepted(PriceReport report, @Nullable String words) {
        notifications.tell(Notice.of(
                        ACCEPTED,
                        Audience.unit(report.unitCode()),
                        page(report),
                        new Text(
                                report.year() + " 年要素价格年报已审定",
                                "The price report of " + report.year() + " was accepted"))
                .quoting(words));
    }

    private static String page(PriceReport report) {
        return "/price-reports/" + report.year() + "/" + report.unitCode();
    }
}
