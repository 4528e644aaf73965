package org.zhaoshang.notifications;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Mail is on in the tests, to a port of this machine where nobody listens until {@link MailServer} does. */
@QuarkusTestResource(MailPort.class)
public class MailPort implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Map.of(
                    "quarkus.mailer.host",
                    "127.0.0.1",
                    "quarkus.mailer.port",
                    Integer.toString(free.getLocalPort()),
                    "zhaoshang.mail.from",
                    "zhaoshang@example.cn",
                    "zhaoshang.mail.client",
                    "https://zs.example.cn/");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {}
}
