package org.zhaoshang.shared.sheet;

import java.util.Map;

/**
 * What the caller says of the columns, where their headers do not.
 *
 * @param units field → unit of measure, {@code totalInvestmentYuan} → {@code 万元}
 * @param fields header → field; an empty field leaves the column out
 */
public record Mapping(Map<String, String> units, Map<String, String> fields) {
    public static final Mapping NONE = new Mapping(Map.of(), Map.of());
}
