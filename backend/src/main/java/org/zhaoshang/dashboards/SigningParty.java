package org.zhaoshang.dashboards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;

/** The city bureau, once more: signed projects that look alike wait for its verdict. */
@ApplicationScoped
class SigningParty implements Party {
    private static final String QUERY = "/signed-projects?hasOpenDuplicates=true";

    private final EntityManager database;

    SigningParty(EntityManager database) {
        this.database = database;
    }

    @Override
    public boolean includes(Caller caller) {
        return caller.is(Role.BUREAU);
    }

    @Override
    public void fill(Board board, Caller caller) {
        long suspected = suspected();
        if (suspected > 0) {
            board.add(new Duty(
                    Duty.Kind.DUPLICATES,
                    suspected,
                    board.say(new Text(
                            suspected + " 个签约项目疑似重复，待裁决",
                            suspected + " signed projects look alike and wait for a verdict")),
                    null,
                    null,
                    null,
                    "/api/v1" + QUERY,
                    QUERY,
                    Duty.Urgency.NORMAL));
        }
    }

    /** As the list's filter counts them. */
    private long suspected() {
        return (Long) database.createNativeQuery("""
                with open as (select project_id, other_id from signing_duplicates
                    where level <= 2 and (verdict is null or judged_level > level))
                select count(*) from (select project_id from open union select other_id from open) suspected
                """, Long.class).getSingleResult();
    }
}
