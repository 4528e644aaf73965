package org.zhaoshang.clients;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zhaoshang.shared.seed.DataFile;

/**
 * What can be granted to a client: the rows of {@code data/scopes.csv}, each the name of a permission. A feature that opens
 * to machines adds its rows there.
 */
final class Scopes {
    private static final Set<String> ALL = Set.copyOf(DataFile.rows("scopes.csv").stream()
            .map(row -> row.getField("scope"))
            .toList());

    private Scopes() {}

    static boolean has(String scope) {
        return ALL.contains(scope);
    }

    /** In the order in which they are shown. */
    static List<String> all() {
        return sorted(ALL);
    }

    /** As RFC 6749 writes several: with blanks between them. */
    static String written(Collection<String> scopes) {
        return String.join(" ", sorted(scopes));
    }

    static Set<String> read(String written) {
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(written.split(" +")));
        scopes.remove("");
        return scopes;
    }

    static List<String> sorted(Collection<String> scopes) {
        return scopes.stream().distinct().sorted().toList();
    }
}
