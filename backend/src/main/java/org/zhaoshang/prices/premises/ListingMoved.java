package org.zhaoshang.prices.premises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Of a public listing: where it stands or until when it counts as verified is another; its fields are as published. */
public record ListingMoved(ListingKind kind, UUID id, ListingState state, LocalDate verifiedUntil, Instant at) {}
