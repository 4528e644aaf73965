package org.zhaoshang.signing;

import org.zhaoshang.shared.language.Text;

/** What a project needs before it may be built: the checklist of the stage 手续办理. */
public enum Permit {
    FILING("备案（核准、审批）", "Filing or approval"),
    LAND("用地", "Land"),
    ENVIRONMENT("环评", "Environment"),
    ENERGY("能评", "Energy"),
    PLANNING("规划", "Planning"),
    CONSTRUCTION("施工许可", "Construction permit");

    private final Text label;

    Permit(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
