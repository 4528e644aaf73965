package org.zhaoshang.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.zhaoshang.shared.sheet.NamedCodes;

/** The sheet of rows has no codes from lists: projects are named by code or own key. */
@ApplicationScoped
class EntryCodeNames extends NamedCodes {
    @Override
    protected boolean isKnownByName(String list) {
        return true;
    }

    @Override
    protected Map<String, String> names(String list) {
        return Map.of();
    }
}
