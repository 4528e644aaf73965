package org.zhaoshang.dashboards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;

/** The administrator: people who can not get in. */
@ApplicationScoped
class AdministratorParty implements Party {
    private final EntityManager database;

    AdministratorParty(EntityManager database) {
        this.database = database;
    }

    @Override
    public boolean includes(Caller caller) {
        return caller.is(Role.ADMIN);
    }

    @Override
    public void fill(Board board, Caller caller) {
        // By the time of day, as the lock itself: a demonstration's clock does not lengthen it.
        long count = (long) database.createNativeQuery("""
                        select count(*) from sign_in_failures f join accounts a on f.subject = 'account:' || a.username
                        where f.locked_until > :now""")
                .setParameter("now", Instant.now())
                .getSingleResult();
        if (count > 0) {
            board.add(new Duty(
                    Duty.Kind.LOCKED,
                    count,
                    board.say(new Text(count + " 个账号因多次登录失败被锁定", count + " accounts are locked after failed sign-ins")),
                    null,
                    null,
                    null,
                    "/api/v1/users?locked=true",
                    "/admin/users?locked=true",
                    Duty.Urgency.SOON));
        }
    }
}
