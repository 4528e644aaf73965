package org.zhaoshang.dashboards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;

/** The auditor: who was refused lately. */
@ApplicationScoped
class AuditorParty implements Party {
    private static final int DAYS = 7;
    private static final String REFUSED = "sign-in-refused";

    private final EntityManager database;
    private final CityClock clock;

    AuditorParty(EntityManager database, CityClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean includes(Caller caller) {
        return caller.is(Role.AUDITOR);
    }

    @Override
    public void fill(Board board, Caller caller) {
        LocalDate from = clock.today().minusDays(DAYS - 1);
        long count = (long)
                database.createNativeQuery("select count(*) from audit_entries where at >= :from and action = :action")
                        .setParameter("from", CityClock.endOf(from.minusDays(1)))
                        .setParameter("action", REFUSED)
                        .getSingleResult();
        if (count > 0) {
            String query = "?action=" + REFUSED + "&from=" + from;
            board.add(new Duty(
                    Duty.Kind.REFUSED,
                    count,
                    board.say(new Text(
                            "近 " + DAYS + " 日有 " + count + " 次登录被拒绝",
                            count + " sign-ins were refused in the last " + DAYS + " days")),
                    null,
                    null,
                    null,
                    "/api/v1/audit-log" + query,
                    "/audit" + query,
                    Duty.Urgency.NORMAL));
        }
    }
}
