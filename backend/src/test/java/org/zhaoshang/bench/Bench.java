package org.zhaoshang.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.zhaoshang.shared.search.Bigrams;

/**
 * {@code make bench}: fills the library, starts the product and prints how fast it is beside the database itself, at one size
 * after the other. What counts is the ratio; the figures are those of the machine.
 */
public final class Bench {
    private static final String JSON = "'{\"items\":[' || string_agg(document::text, ',') || ']}'";

    private final long size;
    private final Path scratch;

    private Bench(long size, Path scratch) {
        this.size = size;
        this.scratch = scratch;
    }

    /** @param args the sizes, ascending */
    public static void main(String... args) throws Exception {
        Path scratch = Files.createTempDirectory(Path.of("target"), "bench-").toAbsolutePath();
        System.out.println("| rows | work | product | database | ratio |\n| ---: | --- | ---: | ---: | ---: |");
        for (long size : Arrays.stream(args).mapToLong(Long::parseLong).toArray()) {
            new Bench(size, scratch).run();
        }
    }

    private void run() throws Exception {
        // A library of its own for each size: what was written to the last one would stand in the way of the next.
        Path data = scratch.resolve("data-" + size);
        try (Product product = Product.start(data)) {
            try (Connection database = product.database()) {
                ManyProjects.fill(database, 0, size);
            }
            rates(product);
            bulk(product, 10_000);
            bulk(product, 100_000);
            export(product);
            say("memory after all of it", product.residentMegabytes() + " MB", "", "");
        }
        try (Product again = Product.start(data)) {
            say("start on existing data", "%.1f s".formatted(again.startedIn().toMillis() / 1000.0), "", "");
        }
    }

    private void rates(Product product) throws Exception {
        Rate rate = new Rate(product, scratch);
        String bureau = "wrk.headers['Authorization'] = 'Bearer " + product.token("bureau") + "'";
        String get = "return wrk.format('GET', ";
        String list = """
                \\set u random(0, 8)
                \\set m random(1, 5000000)
                select %s from (select document from public_projects where unit_code = (array['150602','150603','150621',
                    '150622','150623','150624','150625','150626','150627'])[:u + 1] and total_investment_yuan >= :m
                    order by published_at desc, id desc limit 20) page;
                """.formatted(JSON);
        String units =
                Sample.UNITS.stream().map(unit -> "'" + unit.code() + "'").collect(Collectors.joining(","));
        String setUnits = "units = {" + units + "}";
        report(
                "public list, cold",
                rate.of(
                        "list",
                        setUnits,
                        get + "'/api/v1/public/projects?limit=20&unitCode=' .. units[random(9) + 1]"
                                + " .. '&minInvestmentYuan=' .. random(5000000))",
                        list));
        try (Writer writer = new Writer(product, size)) {
            report(
                    "public list, repeated, a writer beside it (" + Writer.A_SECOND + "/s)",
                    rate.of(
                            "repeated",
                            setUnits,
                            get + "'/api/v1/public/projects?limit=20&unitCode=' .. units[random(9) + 1])",
                            list));
            writer.check();
        }
        String tag = product.send(product.request("/api/v1/public/projects?limit=20"))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        report(
                "public list, unchanged (304)",
                rate.of(
                        "unchanged",
                        "wrk.headers['If-None-Match'] = '" + tag + "'",
                        get + "'/api/v1/public/projects?limit=20')",
                        list));
        report(
                "one project",
                rate.of(
                        "one",
                        "",
                        get + "string.format('/api/v1/public/projects/01900000-0000-7000-8000-%012x', random("
                                + size / 20 + ") * 20 + 6))",
                        """
                        \\set n random(0, %d)
                        select document from public_projects
                        where id = ('01900000-0000-7000-8000-' || lpad(to_hex(:n * 20 + 6), 12, '0'))::uuid;
                        """.formatted(size / 20 - 1)));
        search(rate, get, "frequent", Sample.FREQUENT);
        search(rate, get, "rare", Sample.RARE);
        report(
                "library, a page signed in",
                rate.of(
                        "library",
                        bureau + " " + setUnits,
                        get + "'/api/v1/projects?limit=20&unitCode=' .. units[random(9) + 1])",
                        """
                        \\set u random(0, 8)
                        select json_agg(page) from (select id, code, name, state, unit_code, industry_code,
                            total_investment_yuan, late, blocking, explaining, updated_at from projects
                            where unit_code = (array['150602','150603','150621','150622','150623','150624','150625','150626',
                                '150627'])[:u + 1] order by updated_at desc, id desc limit 20) page;
                        """));
        report("board of a call", rate.of("board", bureau, get + "'/api/v1/calls/2015/progress')", """
                        select json_agg(b) from (select unit_code, quota, drafts, submitted, returned, accepted, published, late
                            from call_units join units on code = unit_code where call_year = 2015 order by position) b;
                        """));
        report(
                "change feed, a page of 50",
                rate.of(
                        "feed",
                        "tokens = {" + tokens(product) + "}",
                        get + "'/api/v1/public/projects/changes?limit=50&since=' .. tokens[random(#tokens) + 1])",
                        """
                        \\set n random(%d, %d)
                        select json_agg(f) from (select seq, id, document from public_projects where seq > :n
                            order by seq limit 50) f;
                        """.formatted(ManyProjects.FIRST_SEQ, ManyProjects.FIRST_SEQ + Math.min(size / 2, 500))));
        create(product, rate);
    }

    private void search(Rate rate, String get, String name, String word) throws Exception {
        String grams = Arrays.stream(Bigrams.of(word)).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        // Found by the bitmap where few have the word, along the order where many have it: the better of the two for
        // each.
        String found = name.equals("rare")
                ? "(select * from public_projects where search_grams @> '%s'::integer[] offset 0) p".formatted(grams)
                : "public_projects p";
        report(
                "search, " + name + " word",
                rate.of(
                        name,
                        "",
                        get + "'/api/v1/public/projects?limit=20&q="
                                + URLEncoder.encode(word, StandardCharsets.UTF_8)
                                + "&minInvestmentYuan=' .. random(5000000))",
                        """
                        \\set m random(1, 5000000)
                        select %s from (select document from %s where search_text like '%%%s%%' and total_investment_yuan >= :m
                            order by published_at desc, id desc limit 20) page;
                        """.formatted(JSON, found, word)));
    }

    private void create(Product product, Rate rate) throws Exception {
        report(
                "create one",
                rate.of(
                        "create",
                        "wrk.headers['Authorization'] = 'Bearer " + product.token("150622")
                                + "' wrk.headers['Content-Type'] = 'application/json'",
                        "wrk.headers['Idempotency-Key'] = 'bench-' .. n return wrk.format('POST', '/api/v1/projects', nil,"
                                + " '{\"name\":\"基准项目' .. n .. '\",\"industryCode\":\"1.4\",\"totalInvestmentYuan\":' .."
                                + " 5000000 + random(5000000) .. ',\"content\":\"新建生产线及配套公用工程\"}')",
                        """
                        \\set n random(1, 1000000000)
                        begin;
                        insert into projects (id, version, code, state, call_year, name, unit_code, industry_code, content,
                            total_investment_yuan, name_key, search_text, search_grams, created_at, created_by, updated_at,
                            updated_by)
                        values (gen_random_uuid(), 0, 'B' || gen_random_uuid(), 'DRAFT', 2026, '基准项目' || :n, '150622', '1.4',
                            '新建生产线及配套公用工程', :n, '基准项目' || :n, '基准项目' || :n || '新建生产线及配套公用工程',
                            array[:n, :n + 1, 1466, 1467, 1468, 1469, 1470, 1471, 1472, 1473, 1474, 1475], now(), '填报人', now(),
                            '填报人');
                        insert into project_versions (id, version, valid_from, code, state, name, call_year, unit_code,
                            total_investment_yuan, search_text, blocking, explaining, appraised, late, publicly_listed, example,
                            submissions, created_at, created_by, updated_at, updated_by)
                        values (gen_random_uuid(), 0, now(), 'B', 'DRAFT', '基准项目' || :n, 2026, '150622', :n,
                            '基准项目' || :n || '新建生产线及配套公用工程', 3, 0, false, false, false, false, 0, now(), '填报人', now(), '填报人');
                        insert into audit_entries (at, actor_kind, actor_id, actor_name, actor_display_name, subject_kind,
                            subject_id, unit_code, action, version, changes, document)
                        values (now(), 'PERSON', gen_random_uuid(), '150622', '填报人', 'project', gen_random_uuid(), '150622',
                            'create', 0, '[]', jsonb_build_object('name', '基准项目' || :n, 'content', '新建生产线及配套公用工程'));
                        insert into idempotency_keys (caller, method, path, key, at, body_hash, status, headers, body)
                        values (gen_random_uuid(), 'POST', '/api/v1/projects', 'bench-' || :n, now(), md5('' || :n), 201, '{}',
                            repeat('新建生产线及配套公用工程', 50));
                        update call_units set drafts = drafts + 1, next_number = next_number + 1
                            where call_year = 2026 and unit_code = '150622';
                        end;
                        """));
    }

    /** Where readers of the change feed may stand: some first pages, one behind the other. */
    private static String tokens(Product product) throws IOException, InterruptedException {
        List<String> tokens = new ArrayList<>();
        String since = "";
        for (int page = 0; page < 10; page++) {
            String body = product.send(product.request("/api/v1/public/projects/changes?limit=50" + since))
                    .body();
            String next = Product.first("\"nextSince\":\"?([^\",}]+)", body);
            tokens.add("'" + next + "'");
            since = "&since=" + next;
        }
        return String.join(",", tokens);
    }

    private void bulk(Product product, int rows) throws Exception {
        Path file = scratch.resolve("upload.csv");
        long from = 10_000_000L + size * 10 + rows;
        List<Sample> samples = ManyProjects.samples(from, from + rows);
        try (var out = Files.newBufferedWriter(file)) {
            out.write("客户编号,项目名称,建设地点,具体位置,细分产业,项目简介,建设内容及规模,总投资（万元）,办公电话,投资方\n");
            for (Sample of : samples) {
                out.write(String.join(
                        ",",
                        "B" + of.number(),
                        of.name(),
                        "准格尔旗",
                        of.address(),
                        of.industry(),
                        of.summary(),
                        of.content(),
                        of.total().movePointLeft(4).toPlainString(),
                        of.phone(),
                        of.investor()));
                out.write('\n');
            }
        }
        String token = product.token("150622");
        long begin = System.nanoTime();
        HttpResponse<String> received = product.send(product.request("/api/v1/imports?kind=projects")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(BodyPublishers.ofFile(file)));
        String place =
                received.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(received.body()));
        String state = "QUEUED";
        String body = "";
        while (state.equals("QUEUED") || state.equals("RUNNING")) {
            Thread.sleep(50);
            HttpResponse<String> answer = product.send(
                    product.request(URI.create(place).getPath()).header("Authorization", "Bearer " + token));
            if (answer.statusCode() == 401) {
                token = product.token("150622");
                continue;
            }
            body = answer.body();
            state = Product.first("\"state\":\"([A-Z]+)\"", body);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (!body.contains("\"created\":" + rows)) {
            throw new IllegalStateException(body);
        }
        double copied;
        try (Connection database = product.database()) {
            database.setAutoCommit(false);
            long start = System.nanoTime();
            ManyProjects.report(database, ManyProjects.samples(from + rows, from + rows * 2L));
            copied = (System.nanoTime() - start) / 1e9;
            database.rollback();
        }
        String name = "bulk of %,d (rows/s, against COPY)".formatted(rows);
        report(name, new Rate.Pair(rows / seconds, rows / copied));
    }

    private void export(Product product) throws Exception {
        export(
                product,
                "export, public, NDJSON (rows/s, against COPY)",
                product.request("/api/v1/public/projects.ndjson"),
                "select document from public_projects order by published_at desc, id desc");
        export(
                product,
                "export, library, CSV (rows/s, against COPY)",
                product.request("/api/v1/projects.csv").header("Authorization", "Bearer " + product.token("bureau")),
                "select * from projects order by updated_at desc, id desc");
    }

    /** The second of two, as with everything else that the compiler has to see first. */
    private void export(Product product, String name, HttpRequest.Builder request, String query) throws Exception {
        Path target = scratch.resolve("export");
        product.download(request, target);
        long begin = System.nanoTime();
        product.download(request, target);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long rows;
        try (var all = Files.lines(target)) {
            rows = all.count();
        }
        report(name, new Rate.Pair(rows / seconds, rows / copyOut(product, query)));
        Files.delete(target);
    }

    private static double copyOut(Product product, String query) throws IOException, SQLException {
        try (Connection database = product.database()) {
            long begin = System.nanoTime();
            database.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout", OutputStream.nullOutputStream());
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private void report(String work, Rate.Pair pair) {
        say(
                work,
                "%,.0f".formatted(pair.asked()),
                "%,.0f".formatted(pair.limit()),
                "%.2f".formatted(pair.asked() / pair.limit()));
    }

    private void say(String work, String product, String database, String ratio) {
        String line = "| %,d | %s | %s | %s | %s |".formatted(size, work, product, database, ratio);
        System.out.println(line);
    }
}
