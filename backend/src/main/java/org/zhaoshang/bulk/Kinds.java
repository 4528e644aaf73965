package org.zhaoshang.bulk;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** What features register under a name. */
final class Kinds<K> {
    private final Iterable<K> all;
    private final Function<K, String> nameOf;
    private final Text label;

    /** @param label of the parameter that names one */
    Kinds(Iterable<K> all, Function<K, String> nameOf, Text label) {
        this.all = all;
        this.nameOf = nameOf;
        this.label = label;
    }

    /** @throws Problem 400 where none is named, and for a kind that there is not */
    K asked(@Nullable String name) {
        return find(name)
                .orElseThrow(() -> Problem.badRequest(
                        name == null
                                ? Finding.of("REQUIRED", "/kind", Map.of("label", label))
                                : Finding.of("CODE", "/kind", Map.of("label", label, "value", name))));
    }

    /** One that was kept by its name, and so is there. */
    K named(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no kind " + name));
    }

    Optional<K> find(@Nullable String name) {
        for (K kind : all) {
            if (nameOf.apply(kind).equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
