package org.zhaoshang.dashboards;

import org.zhaoshang.shared.caller.Caller;

/** What the first page shows one party of the domain; someone with two roles sees both. */
interface Party {
    boolean includes(Caller caller);

    void fill(Board board, Caller caller);
}
