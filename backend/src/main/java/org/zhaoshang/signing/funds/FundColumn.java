package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.fields.Type;

/**
 * What a column of an export may hold: a closed list of fields of the receipt, of what stands beside it, and of its project.
 *
 * @param key as sets keep it: a field of the project after {@code project.}
 * @param field with its label, as the form of its record has it
 */
record FundColumn(String key, Group group, Field field) {
    /** Whose field it is. */
    @Schema(name = "FundColumnGroup")
    enum Group {
        RECEIPT,
        PROJECT
    }

    /** A column to be filled in by hand: what the other system asks for and the ledger does not hold. */
    static final String BLANK = "blank";

    /** Names the list in {@code data/fund-column-set-fields.csv}. */
    static final String CODES = "fundColumns";

    private static final String OF_PROJECT = "project";

    private static final Map<String, FundColumn> KNOWN = known();

    private static Map<String, FundColumn> known() {
        Form ledger = Form.load("fund-column");
        Map<String, FundColumn> known = new LinkedHashMap<>();
        Stream.of("code", "unitName", "unitCode", "signedProject", "signedProjectName")
                .forEach(name -> add(known, name, ledger.field(name)));
        Stream.of("externalId", "receivedOn", "amountYuan", "origin", "payer", "form", "use", "proofKind")
                .forEach(name -> add(known, name, ReceiptRules.FORM.field(name)));
        Stream.of("proofNumber", "enteredAmountYuan", "enteredOn")
                .forEach(name -> add(known, name, ReceiptRules.FORM.field(name)));
        ledger.fields().forEach(field -> add(known, field.name(), field));
        Form.load("signed-project").fields().stream()
                .filter(field -> field.type() != Type.OBJECTS && !known.containsKey(field.name()))
                .filter(field -> !field.name().equals("name"))
                .forEach(field -> {
                    String key = OF_PROJECT + "." + field.name();
                    known.put(key, new FundColumn(key, Group.PROJECT, field));
                });
        return known;
    }

    private static void add(Map<String, FundColumn> known, String key, Field field) {
        known.putIfAbsent(key, new FundColumn(key, Group.RECEIPT, field));
    }

    /** All, in the order in which they are offered. */
    static List<FundColumn> all() {
        return List.copyOf(KNOWN.values());
    }

    static Optional<FundColumn> find(String key) {
        return Optional.ofNullable(KNOWN.get(key));
    }

    boolean isMoney() {
        return field.type() == Type.MONEY;
    }

    /** @param line a receipt with what stands beside it, its project under {@code project} */
    JsonNode of(JsonNode line) {
        return group == Group.PROJECT ? line.path(OF_PROJECT).path(field.name()) : line.path(key);
    }
}
