package org.zhaoshang.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * One way to write a JSON document: members in the order of their names, no blanks, numbers without exponents and trailing
 * zeros, nothing for what is null. Whoever has the document can write it so again and comes to the same hash.
 */
final class CanonicalJson {
    static final String ALGORITHM = "SHA-256";

    private CanonicalJson() {}

    static String write(JsonNode document) {
        return ordered(document).toString();
    }

    static String hash(String canonical) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(ALGORITHM).digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode ordered(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            members.forEach((name, value) -> {
                if (!value.isNull()) {
                    object.set(name, ordered(value));
                }
            });
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(value -> array.add(ordered(value)));
            return array;
        }
        return node.isNumber() ? number(node.decimalValue()) : node;
    }

    private static JsonNode number(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return JsonNodeFactory.withExactBigDecimals(true).numberNode(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
