package org.zhaoshang.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Named;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.IdempotencyKeys.Key;
import org.zhaoshang.shared.http.IdempotencyKeys.Stored;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/**
 * Runs inside the transaction of the method it guards, which is why its priority follows that of {@code @Transactional}. What
 * is refused takes its transaction back: {@link KeptRefusals} stores that answer after it.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 10)
class IdempotencyInterceptor {
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final HttpServerRequest request;
    private final CurrentCaller caller;
    private final IdempotencyKeys keys;
    private final ProblemMappers problems;
    private final ObjectMapper json;
    private final ObjectMapper kept;
    private final SecretKey fingerprints;

    IdempotencyInterceptor(
            HttpServerRequest request,
            CurrentCaller caller,
            IdempotencyKeys keys,
            ProblemMappers problems,
            ObjectMapper json,
            @Named("request-fingerprints") SecretKey fingerprints) {
        this.request = request;
        this.caller = caller;
        this.keys = keys;
        this.problems = problems;
        this.json = json;
        this.kept = json.copy().setAnnotationIntrospector(new ToldOnceLeftOut());
        this.fingerprints = fingerprints;
    }

    @AroundInvoke
    @Nullable
    Object honour(InvocationContext invocation) throws Exception {
        String given = request.getHeader("Idempotency-Key");
        if (given == null || !request.method().name().equals("POST")) {
            return invocation.proceed();
        }
        if (!PRINTABLE.matcher(given).matches()) {
            throw Problem.badRequest(
                    Finding.of("FORMAT", "", Map.of("label", "Idempotency-Key", "problem", "1–255 ASCII")));
        }
        Key key = new Key(caller.get().id(), request.method().name(), request.path(), given);
        if (!keys.claim(key)) {
            throw Problem.conflict(new Text("相同的请求正在处理中，请稍候", "The same request is being processed: wait"));
        }
        String hash = hash(invocation.getParameters());
        Optional<Stored> before = keys.find(key);
        if (before.isPresent()) {
            return replay(before.get(), hash);
        }
        try {
            Object answer = invocation.proceed();
            if (answer instanceof RestResponse<?> response && response.getStatus() / 100 == 2) {
                keys.store(key, stored(hash, response.toResponse()));
            }
            return answer;
        } catch (Problem refused) {
            if (refused.status() == 400 || refused.status() == 422) {
                invocation
                        .getContextData()
                        .put(
                                KeptRefusals.REFUSAL,
                                new KeptRefusals.Refusal(key, stored(hash, problems.problem(refused))));
            }
            throw refused;
        }
    }

    private RestResponse<?> replay(Stored stored, String hash) throws JsonProcessingException {
        if (!stored.bodyHash().equals(hash)) {
            throw Problem.unprocessable(
                    new Text("该 Idempotency-Key 已用于另一内容", "This Idempotency-Key was used with another body"),
                    java.util.List.of());
        }
        RestResponse.ResponseBuilder<Object> answer =
                RestResponse.ResponseBuilder.create(stored.status()).header("Idempotency-Replayed", "true");
        stored.headers().forEach(answer::header);
        if (stored.body() != null) {
            answer.entity(json.readTree(stored.body()));
        }
        return answer.build();
    }

    private Stored stored(String hash, Response response) throws JsonProcessingException {
        Map<String, String> headers = new TreeMap<>();
        for (String name : new String[] {"Location", "ETag", "Content-Type"}) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new Stored(
                hash,
                response.getStatus(),
                headers,
                response.getEntity() == null ? null : kept.writeValueAsString(response.getEntity()));
    }

    /**
     * Over everything the method was given: body, path, headers that matter. Keyed, because a body may hold a password that
     * people chose: a plain digest in the table could be tried against a list of them. A new signing key makes the answers
     * kept for the last 72 hours look like those to other bodies, which is the safe way round.
     */
    private String hash(Object[] parameters) throws IOException, GeneralSecurityException {
        Mac digest = Mac.getInstance(fingerprints.getAlgorithm());
        digest.init(fingerprints);
        for (Object parameter : parameters) {
            if (parameter instanceof FileUpload upload) {
                digest.update(upload.fileName().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                try (var content = Files.newInputStream(upload.uploadedFile())) {
                    byte[] part = new byte[65536];
                    for (int read; (read = content.read(part)) > 0; ) {
                        digest.update(part, 0, read);
                    }
                }
            } else {
                digest.update(json.writeValueAsBytes(parameter));
            }
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.doFinal());
    }

    /** Leaves out of a stored answer what is not to be kept. */
    private static final class ToldOnceLeftOut extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public boolean hasIgnoreMarker(AnnotatedMember member) {
            return super.hasIgnoreMarker(member) || member.hasAnnotation(ToldOnce.class);
        }
    }
}
