package org.zhaoshang.calls;

import org.zhaoshang.shared.language.Text;

/**
 * One of the ten checks of a project (策划、筛选原则).
 *
 * @param barring whether the answer FAIL bars acceptance
 */
public record Principle(String code, Group group, Text groupName, Text name, Text question, boolean barring) {
    public enum Group {
        /** 全方位 */
        ALL_ROUND,
        /** 科学性 */
        SCIENTIFIC,
        /** 可行性 */
        FEASIBLE
    }
}
