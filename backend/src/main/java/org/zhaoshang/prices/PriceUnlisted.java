package org.zhaoshang.prices;

import java.time.Instant;
import java.util.UUID;

/** An accepted price went back to its unit: the public no longer sees it. */
public record PriceUnlisted(UUID id, Instant at) {}
