package org.zhaoshang.dashboards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.zhaoshang.prices.premises.ListingKind;
import org.zhaoshang.prices.premises.ListingTally;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.language.Text;

/** A unit whose premises or parcels nobody has looked at for long: readers are told so until it confirms them. */
@ApplicationScoped
class UnverifiedParty implements Party {
    private final ListingTally tally;

    UnverifiedParty(ListingTally tally) {
        this.tally = tally;
    }

    @Override
    public boolean includes(Caller caller) {
        return caller.unitCode() != null;
    }

    @Override
    public void fill(Board board, Caller caller) {
        for (ListingKind kind : ListingKind.values()) {
            long count =
                    caller.may(kind.read()) ? tally.unverified(kind, Objects.requireNonNull(caller.unitCode())) : 0;
            if (count > 0) {
                String query = "/" + kind.path() + "?verified=false";
                Text title = new Text(
                        count + " 条“" + kind.title().zh() + "”已过核实有效期，请核对后确认",
                        count + " of “" + kind.title().en()
                                + "” no longer count as verified: look them over and confirm");
                board.add(new Duty(
                        Duty.Kind.UNVERIFIED,
                        count,
                        board.say(title),
                        null,
                        null,
                        null,
                        "/api/v1" + query,
                        query,
                        Duty.Urgency.SOON));
            }
        }
    }
}
