package org.zhaoshang.shared.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** The caller of the running request. */
@ApplicationScoped
public class CurrentCaller {
    /** Attribute of the security identity under which the caller travels. */
    public static final String ATTRIBUTE = "zhaoshang.caller";

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws IllegalStateException where nobody is signed in: a public endpoint has no caller to ask for */
    public Caller get() {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        if (caller == null) {
            throw new IllegalStateException("no caller on this path");
        }
        return caller;
    }

    public RowScope scope() {
        return RowScope.of(get());
    }
}
