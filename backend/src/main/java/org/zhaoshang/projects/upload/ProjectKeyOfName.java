package org.zhaoshang.projects.upload;

import java.util.Set;
import java.util.stream.Collectors;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.shared.search.Keys;

/** What a row without code is matched by, as text: the call's year and the normalised name, or the unit's own key. */
final class ProjectKeyOfName {
    private ProjectKeyOfName() {}

    static String of(ProjectFields fields) {
        return of(fields.callYear(), fields.name());
    }

    static String of(int callYear, String name) {
        return callYear + "/" + Keys.key(name);
    }

    static String ofExternalId(String externalId) {
        return "=" + externalId;
    }

    /** @param keys as {@link #of} gives them */
    static Projects.MatchKeys matchKeys(Set<String> codes, Set<String> externalIds, Set<String> keys) {
        return new Projects.MatchKeys(
                codes,
                externalIds,
                keys.stream().map(key -> key.substring(key.indexOf('/') + 1)).collect(Collectors.toSet()),
                keys.stream()
                        .map(key -> Integer.valueOf(key.substring(0, key.indexOf('/'))))
                        .collect(Collectors.toSet()));
    }
}
