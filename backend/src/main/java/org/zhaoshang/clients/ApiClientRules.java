package org.zhaoshang.clients;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** What a client can be granted. */
final class ApiClientRules {
    static final Form FORM = Form.load("client");

    private static final Text PAST = new Text("早于今天，客户端将无法使用；如需停用请直接停用", "is past: to stop the client, disable it");

    private ApiClientRules() {}

    /** @param before the last day until now; a client that ran out may keep its day while something else changes */
    static List<Finding> check(ApiClient.Grant wanted, @Nullable LocalDate before, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        if (wanted.scopes().isEmpty()) {
            findings.add(Finding.of(
                    "REQUIRED", "/scopes", Map.of("label", FORM.field("scopes").label())));
        }
        for (int at = 0; at < wanted.allowedNetworks().size(); at++) {
            try {
                Network.parse(wanted.allowedNetworks().get(at));
            } catch (Network.Unreadable refused) {
                findings.add(format("allowedNetworks", "/allowedNetworks/" + at, refused.problem()));
            }
        }
        LocalDate last = wanted.expiresOn();
        if (last != null && !last.equals(before) && last.isBefore(today)) {
            findings.add(format("expiresOn", "/expiresOn", PAST));
        }
        return findings;
    }

    private static Finding format(String field, String pointer, Text problem) {
        return Finding.of("FORMAT", pointer, Map.of("label", FORM.field(field).label(), "problem", problem));
    }
}
