package org.zhaoshang.dashboards;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhaoshang.prices.premises.ListingKind;
import org.zhaoshang.prices.premises.ListingTally;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;

/** The city bureau: premises and parcels that wait to be published. */
@ApplicationScoped
class UnpublishedParty implements Party {
    private final ListingTally tally;

    UnpublishedParty(ListingTally tally) {
        this.tally = tally;
    }

    @Override
    public boolean includes(Caller caller) {
        return caller.is(Role.BUREAU);
    }

    @Override
    public void fill(Board board, Caller caller) {
        for (ListingKind kind : ListingKind.values()) {
            ListingTally.Counted waiting = tally.unpublished(kind);
            if (waiting.count() > 0) {
                Text title = new Text(
                        waiting.count() + " 条“" + kind.title().zh() + "”待发布",
                        waiting.count() + " of “" + kind.title().en() + "” are not published");
                board.add(new Duty(
                        Duty.Kind.PUBLISH,
                        waiting.count(),
                        board.say(title),
                        null,
                        null,
                        null,
                        "/api/v1" + waiting.query(),
                        waiting.query(),
                        Duty.Urgency.NORMAL));
            }
        }
    }
}
