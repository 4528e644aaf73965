package org.zhaoshang.notifications;

import java.util.Set;
import java.util.regex.Pattern;
import org.zhaoshang.shared.caller.Role;
import org.zhaoshang.shared.language.Text;

/**
 * What people can be told of, as they find it in their settings.
 *
 * @param code stable, such as {@code PRICE_REPORT_RETURNED}: settings keep it
 * @param name as the settings call it
 * @param roles who may be told; nobody else sees the kind in the settings
 * @param mailed whether it also comes by mail until a person decides otherwise: so what asks for an act of theirs
 */
public record NoticeKind(String code, Text name, Set<Role> roles, boolean mailed) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{2,63}");

    public NoticeKind {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(code);
        }
        roles = Set.copyOf(roles);
    }
}
