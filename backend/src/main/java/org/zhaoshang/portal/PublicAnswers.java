package org.zhaoshang.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answers that anyone may keep: tagged by their content, so that an unchanged one is not sent again. */
@ApplicationScoped
class PublicAnswers {
    /** A minute: what the city takes back is gone from every cache soon after. */
    private static final String CACHE_CONTROL = "public, max-age=60";

    private final ObjectMapper json;

    PublicAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** @param known the caller's {@code If-None-Match}; 304 when it names this very content */
    <T> RestResponse<T> conditional(@Nullable String known, T content) {
        String tag = "\"" + fingerprint(content) + "\"";
        RestResponse.ResponseBuilder<T> answer = isKnown(known, tag)
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(content);
        return answer.header("ETag", tag).header("Cache-Control", CACHE_CONTROL).build();
    }

    /**
     * For what may be taken back at any moment: kept by caches, asked after each time, and not sent again while it is the same.
     *
     * @param state names this very version of the answer
     * @param content made only when it is sent
     */
    Response.ResponseBuilder unlessKnown(@Nullable String known, String state, String type, Supplier<?> content) {
        String tag = "\"" + hash(state.getBytes(StandardCharsets.UTF_8)) + "\"";
        Response.ResponseBuilder answer =
                isKnown(known, tag) ? Response.notModified() : Response.ok(content.get(), type);
        return answer.header("ETag", tag).header("Cache-Control", "public, max-age=0, must-revalidate");
    }

    private static boolean isKnown(@Nullable String known, String tag) {
        // Weakened on the way by a proxy that compresses, the tag still names the same content.
        return known != null
                && Arrays.stream(known.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals("*") || one.equals(tag));
    }

    private String fingerprint(Object content) {
        try {
            return hash(json.writeValueAsBytes(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
