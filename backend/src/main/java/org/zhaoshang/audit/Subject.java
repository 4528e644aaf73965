package org.zhaoshang.audit;

import org.jspecify.annotations.Nullable;

/**
 * What an entry is about.
 *
 * @param kind the feature's noun, singular ("project", "call", "account", "session")
 * @param id the record's id or natural key
 * @param unitCode the unit whose row it is; null for what belongs to the city
 */
public record Subject(String kind, String id, @Nullable String unitCode) {}
