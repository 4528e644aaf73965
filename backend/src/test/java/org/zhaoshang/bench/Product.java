package org.zhaoshang.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged product as a process of its own, as `make run` starts it, on a folder that the benchmark throws away. */
final class Product implements AutoCloseable {
    private static final String PASSWORD = "Ordos-demo-2021";
    private static final Duration ALLOWANCE = Duration.ofMinutes(3);

    private final Path directory;
    private final int port;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Duration startedIn;

    private Product(Path directory, int port) throws IOException, InterruptedException {
        this.directory = directory;
        this.port = port;
        long begin = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder("./run");
        builder.environment().put("DATA_DIR", directory.toString());
        builder.environment().put("PORT", String.valueOf(port));
        File log = directory.resolveSibling("product.log").toFile();
        this.process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        // Also when the benchmark is broken off.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() - begin > ALLOWANCE.toNanos()) {
                process.destroy();
                throw new IOException("The product did not start: see " + log);
            }
            Thread.sleep(50);
        }
        this.startedIn = Duration.ofNanos(System.nanoTime() - begin);
    }

    static Product start(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            return new Product(directory, port);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(url("/q/health/ready")))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    Duration startedIn() {
        return startedIn;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    String token(String username) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request("/api/v1/auth/login")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, PASSWORD))));
        return first("\"accessToken\":\"([^\"]+)\"", answer.body());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<Path> download(HttpRequest.Builder request, Path target) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofFile(target));
    }

    static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    // ── Its database ──

    int databasePort() throws IOException {
        return Integer.parseInt(Files.readAllLines(directory.resolve("database/postmaster.pid"))
                .get(3)
                .strip());
    }

    String databasePassword() throws IOException {
        return Files.readString(directory.resolve("database-password")).strip();
    }

    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/zhaoshang", "zhaoshang", databasePassword());
    }

    /** What of the process lies in memory now, in megabytes. */
    long residentMegabytes() throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));
        return Long.parseLong(first("VmRSS:\\s+(\\d+)", String.join("\n", status))) / 1024;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }
}
