package org.zhaoshang.shared.caller;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** Puts a caller and what it may do on a verified identity, where {@code @PermissionsAllowed} looks for it. */
public final class GrantedCaller {
    private GrantedCaller() {}

    public static SecurityIdentity grant(SecurityIdentity identity, Caller caller) {
        QuarkusSecurityIdentity.Builder known =
                QuarkusSecurityIdentity.builder(identity).addAttribute(CurrentCaller.ATTRIBUTE, caller);
        for (String permission : caller.permissions()) {
            String[] nameAndAction = permission.split(":", 2);
            known.addPermission(new StringPermission(nameAndAction[0], nameAndAction[1]));
        }
        return known.build();
    }
}
