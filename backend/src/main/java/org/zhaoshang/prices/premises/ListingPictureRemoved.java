package org.zhaoshang.prices.premises;

import java.time.Instant;
import java.util.UUID;

/** A unit took back a picture, which must not be shown any more. Observed in the same transaction. */
public record ListingPictureRemoved(ListingKind kind, UUID id, UUID picture, Instant at) {}
