package org.zhaoshang.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How often a second: wrk asks the product, pgbench the database, in turn, so that both meet the same machine. */
final class Rate {
    private static final int CONNECTIONS = 8;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 5);
    private static final int ROUNDS = 2;
    private static final int WARMING_SECONDS = 4;
    private static final int MOST_WARMING = 15;

    private final Product product;
    private final Path scratch;

    Rate(Product product, Path scratch) {
        this.product = product;
        this.scratch = scratch;
    }

    record Pair(double asked, double limit) {}

    /**
     * @param request a Lua function body that returns {@code wrk.format(…)}; {@code n} counts up, {@code random(most)} draws
     * @param sql a script of pgbench
     */
    Pair of(String name, String setUp, String request, String sql) throws IOException, InterruptedException {
        Path lua = scratch.resolve(name + ".lua");
        Files.writeString(lua, """
                local threads = 0
                function setup(thread) thread:set("id", threads) threads = threads + 1 end
                function init(args) math.randomseed(id * 7919 + os.time()) n = id * 10000000000 + os.time() %% 1000000 * 10000 end
                function random(most) return math.random(0, most - 1) end
                %s
                function request() n = n + 1 %s end
                function done(summary, latency, requests)
                  local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
                  io.write(string.format("RATE %%f BAD %%d\\n", summary.requests / summary.duration * 1000000, bad))
                end
                """.formatted(setUp, request));
        Path script = scratch.resolve(name + ".sql");
        Files.writeString(script, sql);
        List<Double> asked = new ArrayList<>();
        List<Double> limit = new ArrayList<>();
        warm(name, lua);
        for (int round = 0; round < ROUNDS; round++) {
            asked.add(wrk(name, lua, SECONDS));
            limit.add(pgbench(script));
        }
        return new Pair(median(asked), median(limit));
    }

    /** Until the compiler has done its work: a round is hardly faster than the best before it, twice. */
    private void warm(String name, Path lua) throws IOException, InterruptedException {
        double best = 0;
        int steady = 0;
        for (int round = 0; round < MOST_WARMING && steady < 2; round++) {
            double now = wrk(name, lua, WARMING_SECONDS);
            steady = now < best * 1.05 ? steady + 1 : 0;
            best = Math.max(best, now);
        }
    }

    private double wrk(String name, Path lua, int seconds) throws IOException, InterruptedException {
        String said = run(List.of(
                "wrk",
                "-t2",
                "-c" + CONNECTIONS,
                "-d" + seconds + "s",
                "--timeout",
                "20s",
                "-s",
                lua.toString(),
                product.url("/")));
        if (!said.contains("BAD 0\n")) {
            throw new IllegalStateException(name + " was refused: " + said);
        }
        return Double.parseDouble(Product.first("RATE ([\\d.]+)", said));
    }

    private double pgbench(Path script) throws IOException, InterruptedException {
        String said = run(List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c" + CONNECTIONS,
                "-j2",
                "-T" + SECONDS,
                "-f",
                script.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(product.databasePort()),
                "-U",
                "zhaoshang",
                "zhaoshang"));
        return Double.parseDouble(Product.first("tps = ([\\d.]+)", said));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", product.databasePassword());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + said);
        }
        return said;
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }
}
