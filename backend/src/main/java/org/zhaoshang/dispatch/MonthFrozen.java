package org.zhaoshang.dispatch;

import java.time.Instant;

/**
 * A month was closed for all units. Told inside the transaction that closes it: whoever keeps figures beside the month keeps
 * them with it or not at all.
 *
 * @param month {@code 2021-03}
 */
public record MonthFrozen(String month, Instant at) {}
