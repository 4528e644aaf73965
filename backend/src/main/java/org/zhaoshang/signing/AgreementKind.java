package org.zhaoshang.signing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.language.Text;

/** What binds the parties, from the loosest to the firmest: counted apart (V20), never added together. */
@Schema(name = "AgreementKind")
public enum AgreementKind {
    INTENT("意向协议", "Intent"),
    FRAMEWORK("框架协议", "Framework"),
    CONTRACT("投资合同", "Contract");

    private final Text label;

    AgreementKind(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
