package org.zhaoshang.shared.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files of the built client by their paths, listed once: a request can name one of them and nothing else, so there is no
 * path to walk out of the folder.
 */
record BuiltClient(Map<String, Asset> assets, Asset page) {
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=UTF-8"),
            Map.entry("js", "text/javascript;charset=UTF-8"),
            Map.entry("css", "text/css;charset=UTF-8"),
            Map.entry("json", "application/json;charset=UTF-8"),
            Map.entry("txt", "text/plain;charset=UTF-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("webmanifest", "application/manifest+json"));

    record Asset(Path file, String mediaType, boolean hashed) {}

    static BuiltClient in(Path directory) throws IOException {
        Path root = directory.toAbsolutePath().normalize();
        try (var files = Files.walk(root)) {
            Map<String, Asset> assets = files.filter(Files::isRegularFile)
                    .filter(file -> !hidden(root.relativize(file)))
                    .collect(Collectors.toMap(file -> pathOf(root, file), file -> asset(root, file)));
            Asset page = assets.get("/index.html");
            if (page == null) {
                throw new IOException("no index.html in " + root);
            }
            return new BuiltClient(assets, page);
        }
    }

    Optional<Asset> at(String path) {
        return Optional.ofNullable(path.equals("/") ? page : assets.get(path));
    }

    private static Asset asset(Path root, Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        boolean hashed = pathOf(root, file).startsWith("/assets/");
        return new Asset(file, MEDIA_TYPES.getOrDefault(extension, "application/octet-stream"), hashed);
    }

    private static String pathOf(Path root, Path file) {
        return "/" + root.relativize(file).toString().replace('\\', '/');
    }

    /** Such as Vite's own manifest. */
    private static boolean hidden(Path relative) {
        return relative.toString().startsWith(".") || relative.getNameCount() == 0;
    }
}
