package org.zhaoshang.shared.start;

import java.util.stream.Stream;

/** Says in one line why a start failed; the log above it has the details. */
public final class StartFailure {
    private StartFailure() {}

    public static String inOneLine(Throwable failure) {
        return "Zhaoshang did not start. "
                + causes(failure)
                        .filter(StartRefused.class::isInstance)
                        .findFirst()
                        .map(Throwable::getMessage)
                        .orElseGet(() -> rootCause(failure));
    }

    private static String rootCause(Throwable failure) {
        Throwable root = causes(failure).reduce(failure, (outer, inner) -> inner);
        return (root.getClass().getSimpleName() + ": " + root.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
