package org.zhaoshang.shared.seed;

import java.time.Instant;

/**
 * The demonstration's past was told. Told inside the transaction that plants it.
 *
 * @param until where the past ends and the present begins
 */
public record PastTold(Instant until) {}
