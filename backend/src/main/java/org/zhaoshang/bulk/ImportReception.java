package org.zhaoshang.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.files.FileName;
import org.zhaoshang.shared.files.FileStore;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Receives a file: what is asked is checked before the body is read, the body goes to the disk as it comes. */
@ApplicationScoped
class ImportReception {
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([\\w-]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Text ONE_OF_MODES = new Text("应为 partial 或 atomic", "must be partial or atomic");
    private static final Text FLAG = new Text("应为 true 或 false", "must be true or false");
    private static final Text PAIRS = new Text("应写成“名称:值”，多项用逗号分开", "must be name:value, comma-separated");
    private static final int LONGEST_REASON = 500;

    private final ImportKinds kinds;
    private final ImportQueue queue;
    private final FileStore files;
    private final CurrentCaller caller;

    ImportReception(ImportKinds kinds, ImportQueue queue, FileStore files, CurrentCaller caller) {
        this.kinds = kinds;
        this.queue = queue;
        this.files = files;
        this.caller = caller;
    }

    record Asked(
            @Nullable String kind,
            @Nullable String mode,
            @Nullable String dryRun,
            @Nullable String units,
            @Nullable String columns,
            @Nullable String fileName,
            String contentType,
            @Nullable String reason) {}

    RestResponse<ImportView> receive(Asked asked, InputStream body) throws IOException {
        String kind = kinds.forCaller(asked.kind(), caller.get()).name();
        ImportMode mode = mode(asked.mode());
        boolean dryRun = flag(asked.dryRun());
        Map<String, String> units = pairs("units", asked.units());
        Map<String, String> fields = pairs("columns", asked.columns());
        Path arrived = files.arriving();
        try {
            String sha256 = files.receive(body, arrived);
            return queue.add(new ImportQueue.Upload(
                    kind,
                    mode,
                    dryRun,
                    sha256,
                    Optional.ofNullable(asked.fileName()).map(FileName::clean).orElse(null),
                    asked.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                    charset(asked.contentType()),
                    units,
                    fields,
                    reason(asked.reason()),
                    arrived));
        } finally {
            Files.deleteIfExists(arrived);
        }
    }

    private static ImportMode mode(@Nullable String mode) {
        return switch (mode == null ? "partial" : mode) {
            case "partial" -> ImportMode.PARTIAL;
            case "atomic" -> ImportMode.ATOMIC;
            default -> throw format("mode", ONE_OF_MODES);
        };
    }

    private static boolean flag(@Nullable String flag) {
        return switch (flag == null ? "false" : flag) {
            case "true" -> true;
            case "false" -> false;
            default -> throw format("dryRun", FLAG);
        };
    }

    private static Map<String, String> pairs(String name, @Nullable String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text == null || text.isBlank() ? new String[0] : text.split("[,，]")) {
            int colon = Math.max(pair.lastIndexOf(':'), pair.lastIndexOf('：'));
            if (colon < 1 || colon == pair.length() - 1 || pair.codePoints().anyMatch(Character::isISOControl)) {
                throw format(name, PAIRS);
            }
            pairs.put(
                    pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
        }
        return pairs;
    }

    private static @Nullable String charset(String contentType) {
        Matcher named = CHARSET.matcher(contentType);
        return named.find() ? named.group(1) : null;
    }

    static @Nullable String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return null;
        }
        if (reason.length() > LONGEST_REASON || reason.codePoints().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest(Finding.of(
                    "LENGTH",
                    "/reason",
                    Map.of("label", "X-Action-Reason", "max", LONGEST_REASON, "length", reason.length())));
        }
        return reason.strip();
    }

    private static Problem format(String name, Text problem) {
        return Problem.badRequest(Finding.of("FORMAT", "/" + name, Map.of("label", name, "problem", problem)));
    }
}
