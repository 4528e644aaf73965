package org.zhaoshang.shared.search;

import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/**
 * What a list can be narrowed and ordered by: a text field for each query parameter, read when the list is made. The same
 * filter serves the page and the export, whose conditions come as a map and are kept for the trail.
 */
public abstract class ListFilter {
    /** Longer than any condition that is meant. */
    protected static final int LONGEST = 100;

    private static final Text UNKNOWN = new Text("没有这个筛选条件", "there is no such condition");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final ClassValue<Map<String, Field>> PARAMETERS = new ClassValue<>() {
        @Override
        protected Map<String, Field> computeValue(Class<?> type) {
            return parameters(type);
        }
    };

    private static Map<String, Field> parameters(Class<?> type) {
        if (type == ListFilter.class) {
            return Map.of();
        }
        Map<String, Field> parameters = new LinkedHashMap<>(parameters(type.getSuperclass()));
        for (Field field : type.getDeclaredFields()) {
            QueryParam parameter = field.getAnnotation(QueryParam.class);
            if (parameter != null && !Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                parameters.put(parameter.value(), field);
            }
        }
        return parameters;
    }

    /**
     * Takes a filter that did not come as query parameters.
     *
     * @param given by the names of the query parameters
     * @throws Problem 400 with each name that there is not, and each value longer than any that is meant
     */
    public final void take(Map<String, String> given) {
        List<Finding> refused = new ArrayList<>();
        Map<String, Field> known = PARAMETERS.get(getClass());
        given.forEach((name, value) -> {
            Field parameter = known.get(name);
            if (value.length() > LONGEST) {
                refused.add(Finding.of(
                        "LENGTH", "/" + name, Map.of("label", name, "max", LONGEST, "length", value.length())));
            } else if (parameter == null) {
                refused.add(Finding.of("FORMAT", "/" + name, Map.of("label", name, "problem", UNKNOWN)));
            } else {
                set(parameter, value);
            }
        });
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
    }

    /** What it is narrowed and ordered by, for the trail. */
    public final Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        PARAMETERS.get(getClass()).forEach((name, parameter) -> {
            String value = get(parameter);
            if (value != null && !value.isBlank()) {
                given.put(name, CONTROL.matcher(value).replaceAll(""));
            }
        });
        return given;
    }

    private void set(Field parameter, String value) {
        try {
            parameter.set(this, value);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable String get(Field parameter) {
        try {
            return (String) parameter.get(this);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
