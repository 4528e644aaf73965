package org.zhaoshang.accounts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/** An account as the trail keeps it: everything but the password. */
@ApplicationScoped
class AccountDocument {
    private final ObjectMapper json;

    AccountDocument(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode of(Account account) {
        ObjectNode document = json.createObjectNode();
        document.put("username", account.username());
        document.put("displayName", account.displayName());
        account.roles().forEach(role -> document.withArray("/roles").add(role.name()));
        document.put("unitCode", account.unitCode());
        document.put("disabled", account.disabled());
        document.put("mustChangePassword", account.mustChangePassword());
        return document;
    }
}
