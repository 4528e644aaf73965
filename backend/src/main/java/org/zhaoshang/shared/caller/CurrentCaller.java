package org.zhaoshang.shared.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;

/** The caller of the running request. */
@ApplicationScoped
public class CurrentCaller {
    /** Attribute of the security identity under which the caller travels. */
    public static final String ATTRIBUTE = "zhaoshang.caller";

    /** Attribute that says why a caller may do nothing for now, as a {@link Text}. */
    public static final String RESTRICTION = "zhaoshang.restriction";

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

    /** Why the caller may do nothing for now; null for most. */
    public @Nullable Text restriction() {
        return identity.getAttribute(RESTRICTION);
    }
}
