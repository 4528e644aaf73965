package org.zhaoshang.dashboards;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A list of projects as the API and as the client address it. */
record ProjectQuery(String parameters) {
    static ProjectQuery of(Collection<String> states, @Nullable Integer callYear) {
        return new ProjectQuery(
                "state=" + String.join(",", states) + (callYear == null ? "" : "&callYear=" + callYear));
    }

    ProjectQuery and(String parameter, boolean value) {
        return new ProjectQuery(parameters + "&" + parameter + "=" + value);
    }

    String href() {
        return "/api/v1/projects?" + parameters;
    }

    String page() {
        return "/projects?" + parameters;
    }
}
