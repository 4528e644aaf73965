package org.zhaoshang.prices.premises;

import static org.zhaoshang.prices.premises.ListingState.*;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;

/** What can be done to premises or a parcel, from which states, by whom: the life cycle as one table. */
enum ListingAction {
    EDIT(By.UNIT, false, null, IDLE, AVAILABLE, IN_TALKS),
    DELETE(By.UNIT, false, null, IDLE, AVAILABLE),
    ATTACH(By.UNIT, false, null, IDLE, AVAILABLE, IN_TALKS),
    CONFIRM(By.UNIT, false, null, IDLE, AVAILABLE, IN_TALKS),
    NEGOTIATE(By.UNIT, false, null, IDLE, AVAILABLE),
    REUSE(By.UNIT, false, ListingKind.PREMISES, IDLE, IN_TALKS),
    GRANT(By.UNIT, false, ListingKind.LAND_PARCEL, AVAILABLE, IN_TALKS),
    WITHDRAW(By.UNIT, true, null, IDLE, AVAILABLE, IN_TALKS),
    REOPEN(By.UNIT, true, null, IN_TALKS, REUSED, GRANTED, WITHDRAWN),
    PUBLISH(By.BUREAU, false, null, IDLE, AVAILABLE, IN_TALKS),
    UNPUBLISH(By.BUREAU, true, null, IDLE, AVAILABLE, IN_TALKS);

    private enum By {
        UNIT,
        BUREAU
    }

    private final By by;
    private final boolean reasonOwed;
    private final Optional<ListingKind> only;
    private final Set<ListingState> from;

    ListingAction(By by, boolean reasonOwed, @Nullable ListingKind only, ListingState first, ListingState... others) {
        this.by = by;
        this.reasonOwed = reasonOwed;
        this.only = Optional.ofNullable(only);
        this.from = Set.copyOf(EnumSet.of(first, others));
    }

    /** The verb in the address. */
    String verb() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean reasonOwed() {
        return reasonOwed;
    }

    boolean startsFrom(ListingState state) {
        return from.contains(state);
    }

    boolean isOf(ListingKind kind) {
        return only.isEmpty() || only.get() == kind;
    }

    boolean isFor(Caller caller, ListingKind kind) {
        return caller.may(by == By.UNIT ? kind.write() : kind.review());
    }
}
