package org.zhaoshang.signing.funds;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.zhaoshang.shared.sheet.NamedCodes;

/** The sheet of receipts has no codes of our lists: projects are named by their own codes. */
@ApplicationScoped
class ReceiptCodeNames extends NamedCodes {
    @Override
    protected boolean isKnownByName(String list) {
        return false;
    }

    @Override
    protected Map<String, String> names(String list) {
        return Map.of();
    }
}
