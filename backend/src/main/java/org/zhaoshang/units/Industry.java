package org.zhaoshang.units;

import java.util.List;

/**
 * One of the industries in scope (产业).
 *
 * @param code of the notice ("3.3")
 * @param gbCodes the divisions of GB/T 4754-2017 it may fall under
 */
public record Industry(String code, String name, String groupCode, String groupName, List<String> gbCodes) {}
