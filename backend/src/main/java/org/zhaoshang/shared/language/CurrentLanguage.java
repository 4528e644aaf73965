package org.zhaoshang.shared.language;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;

/** The language of the running request. */
@RequestScoped
public class CurrentLanguage {
    private final Language language;

    CurrentLanguage(HttpServerRequest request) {
        this.language = Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    public Language get() {
        return language;
    }
}
