package org.zhaoshang.portal;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.NextLink;

/** An answer about the public list, ready to send. */
final class PublicPage {
    /** Kept by caches, asked after each time, and not sent again while it is the same: it may be taken back at any moment. */
    static final String CACHE_CONTROL = "public, max-age=0, must-revalidate";

    private final String tag;
    private final String type;
    private final byte @Nullable [] body;
    private final @Nullable String next;
    private volatile byte @Nullable [] packed;

    private PublicPage(String state, String type, byte @Nullable [] body, @Nullable String next) {
        this.tag = PublicAnswers.tag(state.getBytes(StandardCharsets.UTF_8));
        this.type = type;
        this.body = body;
        this.next = next;
    }

    /**
     * @param state names this very version of the answer
     * @param next the address of the next page; null on the last
     */
    static PublicPage of(String state, String type, byte[] body, @Nullable String next) {
        return new PublicPage(state, type, body, next);
    }

    /** Of a file that is written while it is read: only its version is kept. */
    static PublicPage withoutBody(String state, String type) {
        return new PublicPage(state, type, null, null);
    }

    String type() {
        return type;
    }

    byte @Nullable [] body() {
        return body;
    }

    /** @param given the reader's {@code If-None-Match} */
    boolean isKnown(@Nullable String given) {
        return PublicAnswers.isKnown(given, tag);
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.ETAG, tag);
        headers.put(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
        if (next != null) {
            headers.put(HttpHeaders.LINK, NextLink.value(next));
        }
        return headers;
    }

    /** 304 for a reader who knows it. */
    Response.ResponseBuilder answer(@Nullable String given) {
        return answer(given, body);
    }

    /** @param content what is sent to one who does not */
    Response.ResponseBuilder answer(@Nullable String given, @Nullable Object content) {
        Response.ResponseBuilder answer = isKnown(given) ? Response.notModified() : Response.ok(content, type);
        headers().forEach(answer::header);
        return answer;
    }

    /** The body by gzip, made once. */
    byte[] packed() {
        byte[] made = packed;
        if (made == null) {
            made = pack(body == null ? new byte[0] : body);
            packed = made;
        }
        return made;
    }

    /** In bytes, both forms of the body. */
    int weight() {
        return body == null ? 0 : body.length + body.length / 2;
    }

    private static byte[] pack(byte[] plain) {
        ByteArrayOutputStream target = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return target.toByteArray();
    }
}
