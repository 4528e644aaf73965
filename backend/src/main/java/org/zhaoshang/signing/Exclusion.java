package org.zhaoshang.signing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.language.Text;

/** V16: why a project does not count for the assessment; named as the offices name it. */
@Schema(name = "SigningExclusion")
public enum Exclusion {
    LOCAL_INVESTOR("完全由本地企业或自然人投资", "All of it local money"),
    PUBLIC_FUNDS("财政性资金基础设施、PPP", "Public funds"),
    VERTICAL_NETWORK("垂直管理部门、电讯油气电网点", "Branch of a state network"),
    REAL_ESTATE("房地产与生活服务", "Real estate and services"),
    LATER_PHASE("合同内二期及后期", "Later phase of the same contract"),
    RELOCATION("本地企业迁建或老厂新线", "Relocation of a local plant"),
    BELOW_THRESHOLD("低于规模门槛", "Below the threshold"),
    /** V18, V19: the bureau's verdict on a pair; as the only one it takes the project out of its event's figures as well. */
    DUPLICATE("与其他项目重复", "The same as another"),
    OTHER("其他", "Other");

    private final Text label;

    Exclusion(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
