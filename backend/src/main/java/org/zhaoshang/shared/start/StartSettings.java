package org.zhaoshang.shared.start;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Locale;

/** What has to be known before Quarkus starts, read from the same places that it reads. */
public final class StartSettings {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USERNAME = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";
    private static final String DEMONSTRATION = "zhaoshang.demonstration";
    private static final String SECOND_PERSON = "zhaoshang.publishing.second-person";

    private final SmallRyeConfig config;

    private StartSettings(SmallRyeConfig config) {
        this.config = config;
    }

    public static StartSettings read() {
        StartSettings settings = new StartSettings(
                ConfigUtils.configBuilder().withProfile("prod").build());
        if (!settings.demonstration()
                && settings.config
                        .getOptionalValue(DEMONSTRATION, Boolean.class)
                        .orElse(false)) {
            throw new StartRefused(
                    "The demonstration has accounts with known passwords and runs on the embedded database"
                            + " only: take out zhaoshang.demonstration, or the address of the database.");
        }
        return settings;
    }

    /** No database is configured. */
    public boolean demonstration() {
        return config.getOptionalValue(URL, String.class).isEmpty();
    }

    public Path dataDirectory() {
        return config.getValue("zhaoshang.data-directory", Path.class);
    }

    /** Asked before the database starts, so that the answer comes at once; Quarkus binds the port much later. */
    public void requireFreePort() {
        int port = config.getValue("quarkus.http.port", Integer.class);
        String host = config.getValue("quarkus.http.host", String.class);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException failure) {
            throw new StartRefused(
                    "Port " + port + " on " + host + " is not free (" + failure.getMessage()
                            + "): stop what uses it, or choose another with PORT=… make run.",
                    failure);
        }
    }

    /** System properties stand above every file: Quarkus finds the embedded database there. */
    public void useDemonstrationDatabase(String url, String username, String password) {
        System.setProperty(URL, url);
        System.setProperty(USERNAME, username);
        System.setProperty(PASSWORD, password);
        System.setProperty(DEMONSTRATION, "true");
        System.setProperty("quarkus.log.console.json.enabled", "false");
        // One person shows the whole way; in production publishing takes a second one.
        if (config.getOptionalValue(SECOND_PERSON, Boolean.class).isEmpty()) {
            System.setProperty(SECOND_PERSON, "false");
        }
    }

    public MigrationTurn takeMigrationTurn() {
        return MigrationTurn.take(required(URL), required(USERNAME), required(PASSWORD));
    }

    private String required(String name) {
        return config.getOptionalValue(name, String.class)
                .orElseThrow(() -> new StartRefused("The setting " + name + " is missing: set it in the environment as "
                        + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "."));
    }
}
