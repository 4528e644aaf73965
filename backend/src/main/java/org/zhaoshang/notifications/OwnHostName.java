package org.zhaoshang.notifications;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * The name this server greets the mail server with: what {@code quarkus.mailer.own-host-name} says, else the domain of the
 * sender. Without either the mailer looks its own address up in the name service, and where that gives no answer a mail hangs
 * for a minute before the greeting.
 */
public final class OwnHostName implements ConfigSourceInterceptor {
    private static final String NAME = "quarkus.mailer.own-host-name";
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext settings, String name) {
        ConfigValue stated = settings.proceed(name);
        if (stated != null || !name.equals(NAME)) {
            return stated;
        }
        ConfigValue from = settings.proceed("zhaoshang.mail.from");
        if (from == null || from.getValue() == null) {
            return null;
        }
        return from.withName(NAME).withValue(domain(from.getValue()));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
