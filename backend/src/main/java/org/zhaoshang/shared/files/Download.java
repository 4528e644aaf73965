package org.zhaoshang.shared.files;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.resteasy.reactive.RestResponse;

/** A stored file on its way out: to be saved, never to be run or guessed at by the browser. */
public final class Download {
    private Download() {}

    /** @param name cleaned by {@link FileName} */
    public static RestResponse<File> of(Path file, String name, String mediaType) {
        return RestResponse.ResponseBuilder.ok(file.toFile())
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }

    /** A preview as part of a page: shown, not saved. */
    public static RestResponse<File> shown(Path preview) {
        return RestResponse.ResponseBuilder.ok(preview.toFile())
                .header(HttpHeaders.CONTENT_TYPE, Preview.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=300")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }

    /** As {@link #of}, for text too: of a text file the framework would send the path and not what is in it. */
    public static Response streamed(Path file, String name, String mediaType) {
        StreamingOutput content = output -> Files.copy(file, output);
        Response.ResponseBuilder answer = Response.ok(content, mediaType);
        of(file, name, mediaType).getHeaders().forEach((header, values) -> {
            if (!header.equals(HttpHeaders.CONTENT_TYPE)) {
                answer.header(header, values.getFirst());
            }
        });
        return answer.build();
    }

    /** RFC 6266 with the name twice: in RFC 8187 encoding for all, in ASCII for what is too old to know it. */
    public static String disposition(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\;%]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
