package org.zhaoshang.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
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
        String tag = fingerprint(content);
        RestResponse.ResponseBuilder<T> answer = isKnown(known, tag)
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(content);
        // Names come in the caller's language: a copy in one is none in another.
        return answer.header("ETag", tag)
                .header("Cache-Control", CACHE_CONTROL)
                .header("Vary", "Accept-Language")
                .build();
    }

    /** @param known the caller's {@code If-None-Match} */
    static boolean isKnown(@Nullable String known, String tag) {
        // Weakened on the way by a proxy that compresses, the tag still names the same content.
        return known != null
                && Arrays.stream(known.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals("*") || one.equals(tag));
    }

    private String fingerprint(Object content) {
        try {
            return tag(json.writeValueAsBytes(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The ETag of a content. */
    static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
