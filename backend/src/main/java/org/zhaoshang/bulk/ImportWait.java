package org.zhaoshang.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code Prefer: wait=30} (RFC 7240): answers when the work is done, if that is soon. */
@ApplicationScoped
class ImportWait {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*(\\d{1,4})\\s*(?:$|[,;])");
    /** Web servers in between give up a silent connection after a minute or more. */
    private static final Duration LONGEST = Duration.ofSeconds(50);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Imports imports;
    private final ImportQueue queue;

    ImportWait(Imports imports, ImportQueue queue) {
        this.imports = imports;
        this.queue = queue;
    }

    RestResponse<ImportView> answer(RestResponse<ImportView> accepted, @Nullable String prefer) {
        Duration patience = patience(prefer);
        if (patience.isZero() || accepted.getStatus() != 202 || !(accepted.getEntity() instanceof ImportView view)) {
            return accepted;
        }
        long until = System.nanoTime() + patience.toNanos();
        ImportView now = look(view.id());
        try {
            while (!now.state().isOver() && System.nanoTime() < until) {
                Thread.sleep(BETWEEN_LOOKS);
                now = look(view.id());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return RestResponse.ResponseBuilder.<ImportView>create(now.state().isOver() ? 200 : 202)
                .location(Objects.requireNonNull(accepted.getLocation()))
                .header("Preference-Applied", "wait=" + patience.toSeconds())
                .entity(now)
                .build();
    }

    private ImportView look(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> queue.view(imports.findById(id)));
    }

    private static Duration patience(@Nullable String prefer) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        if (!wait.find()) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
