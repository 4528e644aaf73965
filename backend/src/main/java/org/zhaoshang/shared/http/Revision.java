package org.zhaoshang.shared.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The version of a record as its {@code ETag}, and {@code If-Match} as the promise not to overwrite what one has not seen. */
public final class Revision {
    private Revision() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * @param ifMatch the header as it came
     * @param current the representation that a 412 carries
     * @throws Problem 428 without the header, 412 when it names another version
     */
    public static void require(@Nullable String ifMatch, long version, Supplier<?> current) {
        require(ifMatch, Set.of(Long.toString(version)), current);
    }

    /** As {@link #require(String, long, Supplier)}, for what is known by several tags. */
    public static void require(@Nullable String ifMatch, Set<String> revisions, Supplier<?> current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.preconditionRequired();
        }
        boolean matches = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || revisions.stream().anyMatch(own -> tag.equals("\"" + own + "\"")));
        if (!matches) {
            throw Problem.stale(current.get());
        }
    }
}
