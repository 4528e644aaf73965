package org.zhaoshang.shared.rules;

import org.zhaoshang.shared.language.Text;

/**
 * One rule as the data file states it.
 *
 * @param id of the design's rule table ("V01"), or a word for the general ones ("REQUIRED")
 * @param message with {@code {name}} where a finding's parameters go
 * @param clause where the rule comes from
 */
public record Rule(String id, String area, Severity severity, Text message, String clause) {}
