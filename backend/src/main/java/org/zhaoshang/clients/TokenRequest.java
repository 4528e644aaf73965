package org.zhaoshang.clients;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.secrets.Token;

/**
 * A request for a token as RFC 6749 §4.4.2 has it: form encoded, the client known by HTTP Basic or by the body, never both.
 *
 * @param scope what is asked for; null for all that the client has
 */
record TokenRequest(String clientId, Token secret, @Nullable String scope) {
    /** What a request of some short members can not reach. */
    static final int LONGEST = 8192;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BASIC = "basic ";

    /** @throws OAuthError.Refused in the order in which the standard lets a client find its mistakes */
    static TokenRequest read(@Nullable String contentType, @Nullable String authorization, byte[] body) {
        if (contentType == null
                || !contentType
                        .split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(FORM)) {
            throw OAuthError.request("the body must be " + FORM);
        }
        if (body.length > LONGEST) {
            throw OAuthError.request("the body is too long");
        }
        Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
        String grantType = form.get("grant_type");
        if (grantType == null) {
            throw OAuthError.request("grant_type is missing");
        }
        if (!grantType.equals("client_credentials")) {
            throw OAuthError.grantType();
        }
        String id = form.get("client_id");
        String secret = form.get("client_secret");
        if (authorization == null) {
            if (id == null || secret == null) {
                throw OAuthError.client("client authentication is missing");
            }
            return new TokenRequest(id, new Token(secret), form.get("scope"));
        }
        if (secret != null) {
            throw OAuthError.request("the client authenticates by header or by body, not by both");
        }
        String[] basic = basic(authorization);
        if (id != null && !id.equals(basic[0])) {
            throw OAuthError.request("client_id differs from that of the header");
        }
        return new TokenRequest(basic[0], new Token(basic[1]), form.get("scope"));
    }

    /** A member without a value counts as left out, one that comes twice is refused (§3.2). */
    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            try {
                String name = decoded(parts[0]);
                String value = parts.length < 2 ? "" : decoded(parts[1]);
                if (!value.isEmpty() && form.put(name, value) != null) {
                    throw OAuthError.request("a parameter comes more than once");
                }
            } catch (IllegalArgumentException broken) {
                throw OAuthError.request("the body is not form encoded");
            }
        }
        return form;
    }

    /** Id and secret are form encoded before they are joined by a colon (§2.3.1). */
    private static String[] basic(String authorization) {
        try {
            if (authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
                byte[] decoded = Base64.getDecoder()
                        .decode(authorization.substring(BASIC.length()).strip());
                String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
                if (parts.length == 2) {
                    return new String[] {decoded(parts[0]), decoded(parts[1])};
                }
            }
        } catch (IllegalArgumentException broken) {
            // answered below like any other header that is not Basic
        }
        throw OAuthError.client("the header is no HTTP Basic authentication");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
