package org.zhaoshang.projects;

import java.time.Instant;
import java.util.UUID;

/** A project became public, or its public version was replaced by an accepted correction. Observed in the same transaction. */
public record ProjectPublished(UUID id, String code, ProjectFields fields, boolean example, Instant at) {}
